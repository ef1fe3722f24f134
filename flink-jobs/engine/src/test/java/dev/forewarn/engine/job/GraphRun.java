package dev.forewarn.engine.job;

import dev.forewarn.engine.config.EngineConfig;
import dev.forewarn.engine.config.EngineOptions;
import dev.forewarn.engine.config.FlinkDefaults;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The whole graph over a log in memory. */
final class GraphRun {

    static final int ENTITIES = 60;
    static final long START = Messages.at("2026-01-10T09:00");
    static final long UNTIL = Messages.at("2026-05-02T00:00");

    private static final List<CatalogueRecord> PUBLISHED = List.of(
            bundle("v2 200", Messages.at("2026-03-15T12:00")), bundle("nonsense", Messages.at("2026-03-16T12:00")));

    private GraphRun() {}

    /** Half a year of a small town, in the order in which it was published; some of it broken. */
    static List<LogRecord> log() {
        Random random = new Random(7);
        List<LogRecord> log = new ArrayList<>();
        long now = START;
        for (int i = 0; i < ENTITIES; i++) {
            log.add(Messages.onLog(id(i), now, Messages.profile(id(i), now, "商户" + i)));
            now += 1_000;
        }
        for (int i = 0; i < 1_500; i++) {
            now += 1 + random.nextInt(12_000_000);
            String id = id(random.nextInt(ENTITIES));
            byte[] message = switch (random.nextInt(20)) {
                case 0 -> new byte[] {1, 2, 3};
                case 1 -> Messages.event(id, now, event -> event.setSource(""));
                case 2, 3 -> Messages.recall(id, now, "batch " + random.nextInt(100));
                default -> Messages.penalty(id, now);
            };
            log.add(Messages.onLog(id, now, message));
            if (random.nextInt(50) == 0) {
                log.add(Messages.tick(now));
            }
        }
        return log;
    }

    private static String id(int number) {
        return "entity " + number;
    }

    static Configuration settings() {
        Configuration settings = new Configuration();
        settings.set(EngineOptions.KAFKA_BOOTSTRAP_SERVERS, "not:asked");
        settings.set(EngineOptions.CLOCK_DISORDER, Duration.ZERO);
        settings.set(EngineOptions.CLOCK_UNTIL, Instant.ofEpochMilli(UNTIL).toString());
        return FlinkDefaults.complete(settings);
    }

    /** Draws the graph with sinks in memory. */
    static void define(StreamExecutionEnvironment env, DataStream<LogRecord> log, FakeSink results, FakeSink rejects) {
        DataStream<CatalogueRecord> catalogues = env.fromData(
                        TypeInformation.of(CatalogueRecord.class), PUBLISHED.toArray(CatalogueRecord[]::new))
                .uid("test-catalogues");
        EarlyWarningGraph.define(
                EngineConfig.of((Configuration) env.getConfiguration()),
                new EarlyWarningGraph.Inputs(log, catalogues, () -> PUBLISHED, FakeCompiler.BUNDLE, new FakeCompiler()),
                new EarlyWarningGraph.Outputs(
                        messages -> messages.sinkTo(results).uid("test-results"),
                        messages -> messages.sinkTo(rejects).uid("test-rejects")));
    }

    private static CatalogueRecord bundle(String text, long appendedAtMs) {
        return new CatalogueRecord("live", text.getBytes(StandardCharsets.UTF_8), 0, 0, appendedAtMs);
    }

    /** What each entity said, in order: the history that must not depend on how the log was read. */
    static Map<String, List<String>> history(List<Outbound> messages) {
        Map<String, List<String>> history = new TreeMap<>();
        for (Outbound message : messages) {
            history.computeIfAbsent(message.key(), key -> new ArrayList<>())
                    .add(message.channel() + " " + HexFormat.of().formatHex(message.value()));
        }
        return history;
    }
}
