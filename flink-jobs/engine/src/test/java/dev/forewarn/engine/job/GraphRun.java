package dev.forewarn.engine.job;

import dev.forewarn.engine.config.EngineConfig;
import dev.forewarn.engine.config.EngineOptions;
import dev.forewarn.engine.config.FlinkDefaults;
import dev.forewarn.engine.timeline.Catalogues;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The whole graph over a log in memory, with the settings of production. */
final class GraphRun {

    private static final List<CatalogueRecord> PUBLISHED = published();

    private final StreamExecutionEnvironment env;
    private final FakeSink results = new FakeSink();
    private final FakeSink rejects = new FakeSink();

    private GraphRun(StreamExecutionEnvironment env) {
        this.env = env;
    }

    /** Settings for input that ends; nothing is acted upon after the instant, in ms since 1970. */
    static Configuration settingsUntil(long untilMs, int parallelism) {
        Configuration settings = settings(parallelism);
        settings.set(EngineOptions.CLOCK_UNTIL, Instant.ofEpochMilli(untilMs).toString());
        return settings;
    }

    /** Settings for input without end. */
    static Configuration settings(int parallelism) {
        Configuration settings = new Configuration();
        settings.set(EngineOptions.KAFKA_BOOTSTRAP_SERVERS, "not:asked");
        settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        return FlinkDefaults.complete(settings);
    }

    static GraphRun with(Configuration settings) {
        return new GraphRun(StreamExecutionEnvironment.getExecutionEnvironment(settings));
    }

    StreamExecutionEnvironment env() {
        return env;
    }

    /** Draws the graph with sinks in memory. */
    GraphRun define(DataStream<LogRecord> log) {
        DataStream<CatalogueRecord> catalogues = env.fromData(
                        TypeInformation.of(CatalogueRecord.class), PUBLISHED.toArray(CatalogueRecord[]::new))
                .uid("test-catalogues");
        EarlyWarningGraph.define(
                EngineConfig.of(env.getConfiguration()),
                new EarlyWarningGraph.Inputs(log, catalogues, () -> PUBLISHED, FakeCompiler.BUNDLE, new FakeCompiler()),
                new EarlyWarningGraph.Outputs(
                        messages -> messages.sinkTo(results).uid("test-results"),
                        messages -> messages.sinkTo(rejects).uid("test-rejects"),
                        messages -> messages.sinkTo(rejects).uid("test-sources")));
        return this;
    }

    List<Outbound> results() {
        return results.messages();
    }

    List<Outbound> results(Outbound.Channel channel) {
        return results().stream()
                .filter(message -> message.channel() == channel)
                .toList();
    }

    List<Outbound> rejects() {
        return rejects.messages().stream()
                .filter(message -> message.channel() == Outbound.Channel.REJECTS)
                .toList();
    }

    private static List<CatalogueRecord> published() {
        long noon = Messages.at("2026-03-15T12:00");
        long later = Messages.at("2026-03-16T12:00");
        CatalogueRecord sound = Catalogues.live(0, noon, "v2 200");
        CatalogueRecord nonsense = Catalogues.live(2, later, "nonsense");
        return List.of(sound, Catalogues.acceptance(1, noon, sound), nonsense, Catalogues.refusal(3, later, nonsense));
    }

    /** What each entity said, in order and to the byte: the history that must not depend on how the log was read. */
    static Map<String, List<String>> history(List<Outbound> messages) {
        Map<String, List<String>> history = new TreeMap<>();
        for (Outbound message : messages) {
            history.computeIfAbsent(message.key(), key -> new ArrayList<>())
                    .add(message.channel() + " " + HexFormat.of().formatHex(message.value()));
        }
        return history;
    }
}
