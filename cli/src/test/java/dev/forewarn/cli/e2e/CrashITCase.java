package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.cli.embedded.ChildProcess;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.replay.PreparedEvent;
import dev.forewarn.engine.config.ClockMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process that is killed in the midst of a replay and started again ends with the history of an undisturbed one, and
 * readers hold the same table, whether outputs are written at least once or exactly once.
 */
class CrashITCase {

    private static final int BUSINESSES = 100;

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
            Replayed.publish(servers, events, CityHistory.begin(), CityHistory.end());
            return Replayed.awaitEnd(servers, BUSINESSES);
        }
    }

    private Harvest killed(List<PreparedEvent> events, int parallelism, String delivery) throws Exception {
        int half = events.size() / 2;
        int more = events.size() * 3 / 4;
        Instant atHalf = events.get(half).event().getRecordedAt();
        Instant atMore = events.get(more).event().getRecordedAt();
        KilledProcess process = new KilledProcess(folder, parallelism, delivery);
        try (ChildProcess first = process.start("first")) {
            String servers = KilledProcess.servers(first);
            Replayed.publish(servers, events.subList(0, half), CityHistory.begin(), atHalf);
            await().atMost(Replayed.PATIENCE).until(process::hasCheckpoint);
            Replayed.publish(servers, events.subList(half, more), atHalf, atMore);
            await().atMost(Replayed.PATIENCE)
                    .until(() -> !Harvest.of(servers, Replayed.TOPICS).alerts().isEmpty());
            first.kill();
        }
        try (ChildProcess second = process.start("second")) {
            String servers = KilledProcess.servers(second);
            assertThat(second.printed()).contains("from the newest checkpoint");
            Replayed.publish(servers, events.subList(more, events.size()), atMore, CityHistory.end());
            return Replayed.awaitEnd(servers, BUSINESSES);
        }
    }
}
