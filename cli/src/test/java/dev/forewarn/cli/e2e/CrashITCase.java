package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.cli.embedded.ChildProcess;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.replay.EventStream;
import dev.forewarn.cli.replay.KafkaLog;
import dev.forewarn.cli.replay.Pace;
import dev.forewarn.cli.replay.PreparedEvent;
import dev.forewarn.cli.replay.Publisher;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process that is killed in the midst of a replay and started again ends with the history of an undisturbed one, and
 * readers hold the same table, whether outputs are written at least once or exactly once.
 */
class CrashITCase {

    private static final int BUSINESSES = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Topics TOPICS = new Topics(Here.NAME + ".");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, at-least-once", "2, exactly-once"})
    void historyAfterKillIsThatOfAnUndisturbedRun(int parallelism, String delivery) throws Exception {
        List<PreparedEvent> events = CityHistory.of(BUSINESSES, 12, 42);
        Harvest undisturbed = undisturbed(events, parallelism);

        Harvest disturbed = killed(events, parallelism, delivery);

        assertThat(undisturbed.alerts()).hasSizeGreaterThan(BUSINESSES);
        assertThat(disturbed.alerts()).isEqualTo(undisturbed.alerts());
        assertThat(disturbed.classes()).isEqualTo(undisturbed.classes());
        assertThat(disturbed.assessments()).isEqualTo(undisturbed.assessments());
        assertThat(disturbed.rejects()).isEmpty();
        if (delivery.equals("exactly-once")) {
            assertThat(disturbed.repeated()).as("messages that came again").hasValue(0);
        }
    }

    private Harvest undisturbed(List<PreparedEvent> events, int parallelism) throws Exception {
        try (Running running = Here.start(folder.resolve("undisturbed"), ClockMode.EVENTS, parallelism)) {
            String servers = running.installation().bootstrapServers();
            publish(servers, events, CityHistory.begin(), CityHistory.end());
            return awaitEnd(servers);
        }
    }

    private Harvest killed(List<PreparedEvent> events, int parallelism, String delivery) throws Exception {
        int half = events.size() / 2;
        int more = events.size() * 3 / 4;
        Instant atHalf = events.get(half).event().getRecordedAt();
        Instant atMore = events.get(more).event().getRecordedAt();
        try (ChildProcess first = up("first", parallelism, delivery)) {
            String servers = servers(first);
            publish(servers, events.subList(0, half), CityHistory.begin(), atHalf);
            await().atMost(PATIENCE).until(this::hasCheckpoint);
            publish(servers, events.subList(half, more), atHalf, atMore);
            await().atMost(PATIENCE)
                    .until(() -> !Harvest.of(servers, TOPICS).alerts().isEmpty());
            first.kill();
        }
        try (ChildProcess second = up("second", parallelism, delivery)) {
            String servers = servers(second);
            assertThat(second.printed()).contains("from the newest checkpoint");
            publish(servers, events.subList(more, events.size()), atMore, CityHistory.end());
            return awaitEnd(servers);
        }
    }

    private ChildProcess up(String name, int parallelism, String delivery) throws Exception {
        return ChildProcess.start(
                dev.forewarn.cli.Forewarn.class,
                folder.resolve(name + ".log"),
                "500m",
                "up",
                "--name",
                Here.NAME,
                "--data",
                folder.resolve("killed").toString(),
                "--clock",
                "events",
                "--catalogue",
                Here.SHIPPED.toString(),
                "--parallelism",
                Integer.toString(parallelism),
                "--delivery",
                delivery,
                "--web-port",
                "0",
                "--checkpoint-every",
                "1s");
    }

    private static String servers(ChildProcess process) {
        String servers = process.awaitLine("  Kafka ", PATIENCE).strip();
        process.awaitLine("Alerts are shown", PATIENCE);
        return servers;
    }

    private boolean hasCheckpoint() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("killed").resolve("flink"))) {
            return files.anyMatch(file -> file.endsWith("_metadata"));
        } catch (UncheckedIOException e) {
            // Flink deletes files while they are walked; the next look will tell.
            return false;
        }
    }

    private static void publish(String servers, List<PreparedEvent> events, Instant begin, Instant end)
            throws Exception {
        try (KafkaLog log = KafkaLog.open(servers, TOPICS.events())) {
            new Publisher(log, new LocalDays(CityHistory.ZONE), Pace.unbounded())
                    .publish(EventStream.of(events), begin, end, written -> {});
        }
    }

    /** Waits for the class of the last month of every business, and then until nothing more comes. */
    private static Harvest awaitEnd(String servers) {
        String lastMonth = CityHistory.end()
                .atZone(CityHistory.ZONE)
                .minusMonths(1)
                .toString()
                .substring(0, 7);
        await().atMost(PATIENCE)
                .until(() -> Harvest.of(servers, TOPICS).classes().keySet().stream()
                                .filter(key -> key.endsWith(lastMonth))
                                .count()
                        == BUSINESSES);
        return Harvest.of(servers, TOPICS);
    }
}
