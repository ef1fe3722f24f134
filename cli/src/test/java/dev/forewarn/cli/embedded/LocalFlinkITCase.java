package dev.forewarn.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFlinkITCase {

    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private EmbeddedBroker broker;
    private Words words;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
        Words.createTopics(broker.bootstrapServers());
        words = new Words(broker.bootstrapServers());
    }

    @AfterEach
    void stopBroker() {
        words.close();
        broker.close();
    }

    @Test
    void jobGoesOnFromItsNewestCheckpointInEveryLaterFlink() throws IOException {
        for (long run = 1; run <= 3; run++) {
            try (LocalFlink flink = startFlink()) {
                RunningJob job = resume(flink, CountingJob.settings(OFTEN));
                words.send(100, "one", "two");
                awaitCounts(Map.of("one", run * 100, "two", run * 100));
                job.checkpoint(PATIENCE);
            }
        }

        assertThat(words.lines(CountingJob.COUNTS))
                .as("no word was counted twice")
                .hasSize(600);
        assertThat(completedCheckpoints()).as("older ones were removed").isLessThanOrEqualTo(2);
    }

    @Test
    void stoppingTakesALastCheckpoint() {
        Optional<Path> last;
        try (LocalFlink flink = startFlink()) {
            RunningJob job = resume(flink, CountingJob.settings(NEVER));
            words.send(10, "one");
            awaitCounts(Map.of("one", 10L));
            assertThat(flink.newestCheckpoint(CountingJob.NAME)).isEmpty();

            job.stop(PATIENCE);

            assertThat(job.end()).succeedsWithin(PATIENCE).isEqualTo(JobEnd.CANCELLED);
            last = flink.newestCheckpoint(CountingJob.NAME);
        }
        assertThat(last).isPresent();
        try (LocalFlink flink = startFlink()) {
            assertThat(flink.newestCheckpoint(CountingJob.NAME)).isEqualTo(last);
        }
    }

    @Test
    void failureIsToldByItsRootCause() {
        try (LocalFlink flink = startFlink()) {
            Configuration settings = CountingJob.settings(NEVER);
            settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
            RunningJob job = resume(flink, settings);
            words.send(1, "poison");

            assertThat(job.end())
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .withMessageContaining("Job count failed: IllegalStateException: cannot swallow poison");
        }
    }

    @Test
    void jobThatIsStartedAgainSaysWhy() {
        try (LocalFlink flink = startFlink()) {
            RunningJob job = resume(flink, CountingJob.settings(NEVER));
            words.send(1, "poison");

            await().atMost(PATIENCE).until(() -> !job.failures().isEmpty());

            assertThat(job.failures().get(0).reason()).isEqualTo("IllegalStateException: cannot swallow poison");
            assertThat(job.end()).isNotDone();
            job.cancel();
        }
    }

    @Test
    void webPageTakesTheNextPortIfTheWantedOneIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LocalFlink flink =
                        LocalFlink.start(folder.resolve("flink"), 1, taken.getLocalPort(), new Configuration())) {
            assertThat(flink.webPage().getHost()).isEqualTo("127.0.0.1");
            assertThat(flink.webPage().getPort()).isGreaterThan(taken.getLocalPort());
            // Until the cluster has a leader the page says that it is not there yet (503).
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(flink.webPage().toURL().openStream())
                            .asString(StandardCharsets.UTF_8)
                            .contains("Apache Flink Web Dashboard"));
        }
    }

    @Test
    void jobsNameAndStartingPointAreChecked() {
        try (LocalFlink flink = startFlink()) {
            assertThatThrownBy(() -> flink.settingsFor("../count", new Configuration()))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("../count");
            assertThatThrownBy(() -> flink.submit(
                            CountingJob.NAME,
                            CountingJob.graph(CountingJob.settings(NEVER), broker.bootstrapServers()),
                            folder))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("no completed checkpoint");
        }
    }

    private LocalFlink startFlink() {
        return LocalFlink.start(folder.resolve("flink"), 2, 0, new Configuration());
    }

    private RunningJob resume(LocalFlink flink, Configuration settings) {
        return flink.resume(
                CountingJob.NAME,
                CountingJob.graph(flink.settingsFor(CountingJob.NAME, settings), broker.bootstrapServers()));
    }

    private void awaitCounts(Map<String, Long> expected) {
        await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> words.counts().equals(expected));
    }

    private long completedCheckpoints() throws IOException {
        try (Stream<Path> paths = Files.walk(folder.resolve("flink"))) {
            return paths.filter(path -> path.endsWith("_metadata")).count();
        }
    }
}
