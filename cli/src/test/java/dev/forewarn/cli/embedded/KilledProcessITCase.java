package dev.forewarn.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker and Flink in a process of their own, which ends as by {@code kill -9}. */
class KilledProcessITCase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void countsGoOnAfterAKillAsIfNothingHadHappened() throws Exception {
        try (ChildProcess child = startChild();
                Words words = new Words(child.awaitLine("ready ", PATIENCE))) {
            words.send(1_000, "one", "two");
            await().atMost(PATIENCE).until(() -> words.counts().getOrDefault("one", 0L) > 0);
            child.kill();
            assertThat(child.printed())
                    .as("Kafka and Flink leave the console alone")
                    .hasLineCount(1);
        }

        try (ChildProcess child = startChild();
                Words words = new Words(child.awaitLine("ready ", PATIENCE))) {
            words.send(1, "one", "two");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(words.counts()).isEqualTo(Map.of("one", 1_001L, "two", 1_001L)));
        }
    }

    private ChildProcess startChild() throws Exception {
        return ChildProcess.start(CountingProcess.class, folder.resolve("child.out"), "400m", folder.toString());
    }
}
