package dev.forewarn.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.cli.embedded.EmbeddedBroker;
import dev.forewarn.cli.embedded.LoopbackPort;
import dev.forewarn.console.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A console that is killed while it reads, and started again, has what the topic has: each alert, at its last revision.
 */
class CrashITCase {

    private static final int ALERTS = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

    @Test
    void afterKillsInTheMidstTheTableEqualsTheTopic(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                TestTopics topics = TestTopics.on(broker.bootstrapServers())) {
            for (int revision = 1; revision <= 2; revision++) {
                for (int i = 0; i < ALERTS; i++) {
                    topics.send(
                            "alerts.v1",
                            "E-" + i,
                            Samples.alert("a" + i, revision).build());
                }
            }
            topics.flush();
            int port = LoopbackPort.freeFrom(0);
            long before = 0;
            for (int kill = 1; kill <= 2; kill++) {
                try (ChildConsole console = ChildConsole.start(broker.bootstrapServers(), folder, port)) {
                    long least = before + 1;
                    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> total(console) >= least);
                    before = total(console);
                    console.kill();
                }
                assertThat(before).as("alerts at kill %d", kill).isLessThan(ALERTS);
            }
            try (ChildConsole console = ChildConsole.start(broker.bootstrapServers(), folder, port)) {
                await().atMost(PATIENCE)
                        .until(() -> console.get("/actuator/health").contains("\"lag\":0") && total(console) == ALERTS);
                List<String> lines = console.get("/api/v1/board.csv?state=all")
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(",RED")))
                        .sorted()
                        .toList();
                assertThat(lines)
                        .isEqualTo(IntStream.range(0, ALERTS)
                                .mapToObj(i -> "a" + i + ",2")
                                .sorted()
                                .toList());
            }
        }
    }

    private static long total(ChildConsole console) throws Exception {
        Matcher total = TOTAL.matcher(console.get("/api/v1/board?size=1&state=all"));
        return total.find() ? Long.parseLong(total.group(1)) : -1;
    }
}
