package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Alert;
import dev.forewarn.cli.Forewarn;
import dev.forewarn.cli.backtest.Backtest;
import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.replay.HistoryFiles;
import dev.forewarn.cli.replay.Period;
import dev.forewarn.cli.replay.Prepared;
import dev.forewarn.cli.replay.RejectsFile;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.catalogue.CatalogueReader;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.wire.Outbound;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The live job and the back-test agree: the same file gives the same alerts to the byte. */
class BacktestITCase {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @TempDir
    private Path folder;

    @Test
    void theSameFileThroughKafkaAndThroughABackTestGivesTheSameAlertsToTheByte() throws Exception {
        Path file = Firms.write(folder.resolve("events.csv"));
        Map<String, String> rocksdb = backtest(file, 2, "rocksdb");
        assertThat(rocksdb).hasSizeGreaterThan(Firms.COUNT);
        assertThat(backtest(file, 1, "hashmap"))
                .as("whatever the parallelism and the state")
                .isEqualTo(rocksdb);
        assertThat(live(file, rocksdb.size())).isEqualTo(rocksdb);
    }

    private Map<String, String> live(Path file, int expected) throws Exception {
        CatalogueBundle catalogue = catalogue();
        Running.Start start = new Running.Start(
                new Installation(folder.resolve("data"), Here.NAME, ClockMode.EVENTS, 2, Optional.empty(), ""),
                Optional.empty(),
                List.of("drug", "medical-device"),
                catalogue.text(),
                2,
                DeliveryGuarantee.AT_LEAST_ONCE,
                0,
                Duration.ofSeconds(1));
        try (Running running = Running.start(start)) {
            int exit = Forewarn.commandLine()
                    .execute(
                            "replay",
                            file.toString(),
                            "--mapping",
                            Firms.EXAMPLE.resolve("mappings").toString(),
                            "--name",
                            Here.NAME,
                            "--data",
                            folder.resolve("data").toString());
            assertThat(exit).isZero();
            String servers = running.installation().bootstrapServers();
            await().atMost(Replayed.PATIENCE).until(() -> alerts(servers).size() >= expected && isOver(servers));
            return alerts(servers);
        }
    }

    private static boolean isOver(String servers) {
        String last = Firms.LAST.toString().substring(0, 7);
        return Harvest.of(servers, Replayed.TOPICS).classes().keySet().stream()
                        .filter(key -> key.endsWith(last))
                        .count()
                == Firms.COUNT;
    }

    private static Map<String, String> alerts(String servers) {
        Map<String, String> alerts = new TreeMap<>();
        try (TopicReader reader = new TopicReader(servers, Replayed.TOPICS.alerts())) {
            reader.readAll(message -> put(alerts, message.value()));
        }
        return alerts;
    }

    private Map<String, String> backtest(Path file, int parallelism, String state) throws Exception {
        HistoryFiles history = new HistoryFiles();
        new CommandLine(history)
                .parseArgs(
                        file.toString(),
                        "--mapping",
                        Firms.EXAMPLE.resolve("mappings").toString(),
                        "--rejects",
                        folder.resolve("rejects").toString());
        Map<String, String> alerts = new TreeMap<>();
        Instant end = Firms.LAST.plusDays(1).atStartOfDay(ZONE).toInstant();
        try (RejectsFile rejects = history.rejects();
                Prepared prepared = history.prepare(history.check(), Period.ALL, Instant.now(), rejects);
                Backtest backtest = Backtest.of(
                        prepared,
                        ZONE,
                        end.plus(Period.AFTER_MIDNIGHT),
                        new Backtest.Options(parallelism, state, 1, 1))) {
            backtest.graph(catalogue(), end, message -> {
                if (message.channel() == Outbound.Channel.ALERTS) {
                    synchronized (alerts) {
                        put(alerts, message.value());
                    }
                }
            });
        }
        return alerts;
    }

    private static void put(Map<String, String> alerts, byte[] value) {
        Alert alert = Harvest.decoded(value, Alert.class);
        String before = alerts.put(
                alert.getAlertId() + " r" + alert.getRevision(), HexFormat.of().formatHex(value));
        assertThat(before == null || before.equals(HexFormat.of().formatHex(value)))
                .isTrue();
    }

    private static CatalogueBundle catalogue() {
        CatalogueReader.Result result = CatalogueReader.read(Firms.EXAMPLE.resolve("catalogue"));
        if (result instanceof CatalogueReader.Read read) {
            return read.bundle();
        }
        throw new AssertionError("the example is sound; got " + ((CatalogueReader.Faulty) result).faults());
    }
}
