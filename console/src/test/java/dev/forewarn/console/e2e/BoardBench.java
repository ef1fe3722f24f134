package dev.forewarn.console.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Level;
import dev.forewarn.cli.embedded.EmbeddedBroker;
import dev.forewarn.cli.embedded.LoopbackPort;
import dev.forewarn.console.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand open alerts, a hundred more a second for a minute, and twenty open boards, each of which is made anew
 * whenever its stream says that something has changed. No build runs it by itself; docs/BENCHMARKS.md says how it is
 * run.
 */
class BoardBench {

    private static final int OPEN = 10_000;
    private static final int PER_SECOND = 100;
    private static final int SECONDS = 60;
    private static final int BOARDS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> DOMAINS = List.of("drug", "medical-device", "food-sale", "cosmetics");

    private final Queue<Long> times = new ConcurrentLinkedQueue<>();

    @Test
    void measure(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                TestTopics topics = TestTopics.on(broker.bootstrapServers());
                ChildConsole console = ChildConsole.start(
                        broker.bootstrapServers(),
                        folder,
                        LoopbackPort.freeFrom(0),
                        List.of("-Xmx384m", "-XX:+UseSerialGC"))) {
            for (int i = 0; i < OPEN; i++) {
                raise(topics, i);
            }
            topics.flush();
            await().atMost(PATIENCE).until(() -> has(console, OPEN));
            for (int board = 0; board < BOARDS; board++) {
                Thread thread = new Thread(() -> look(console), "board-" + board);
                thread.setDaemon(true);
                thread.start();
            }
            Thread.sleep(TimeUnit.SECONDS.toMillis(10));
            times.clear();
            long begin = System.nanoTime();
            for (int i = 0; i < PER_SECOND * SECONDS; i++) {
                long due = begin + TimeUnit.SECONDS.toNanos(1) * i / PER_SECOND;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                raise(topics, OPEN + i);
            }
            topics.flush();
            List<Long> sorted = times.stream().sorted().toList();
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            await().atMost(PATIENCE).until(() -> has(console, OPEN + PER_SECOND * SECONDS));
            assertThat(sorted).isNotEmpty();
            System.out.printf(
                    "%,d boards made in %d s by %d readers over %,d to %,d open alerts, %d more a second: median %d ms, p99 %d ms,"
                            + " longest %d ms; load of the machine %.1f%n",
                    sorted.size(),
                    SECONDS,
                    BOARDS,
                    OPEN,
                    OPEN + PER_SECOND * SECONDS,
                    PER_SECOND,
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() * 99 / 100),
                    sorted.get(sorted.size() - 1),
                    load);
        }
    }

    private static void raise(TestTopics topics, int i) {
        Level level = i % 50 == 0 ? Level.RED : i % 10 == 0 ? Level.ORANGE : i % 2 == 0 ? Level.YELLOW : Level.BLUE;
        Alert.Builder alert = Samples.alert("b" + i, 1)
                .setLevel(level)
                .setPeakLevel(level)
                .setRule("T" + i % 30)
                .setDomains(List.of(DOMAINS.get(i % DOMAINS.size())))
                .setDivision("3606" + (10 + i % 12))
                .setAt(Samples.AT.plusSeconds(i));
        topics.send("alerts.v1", alert.getEntityId(), alert.build());
    }

    private static boolean has(ChildConsole console, int total) throws IOException, InterruptedException {
        return console.get("/api/v1/board?size=1").contains("\"total\":" + total + "}");
    }

    /** An open board: its page, again whenever the stream has news. */
    private void look(ChildConsole console) {
        HttpClient client = HttpClient.newHttpClient();
        try {
            HttpResponse<InputStream> stream = client.send(console.request("/stream"), BodyHandlers.ofInputStream());
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event:alerts")) {
                        long begin = System.nanoTime();
                        int status = client.send(console.request("/board"), BodyHandlers.ofString())
                                .statusCode();
                        assertThat(status).isEqualTo(200);
                        times.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
