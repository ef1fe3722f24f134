package dev.forewarn.console.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.embedded.EmbeddedBroker;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.console.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console with a broker, and messages that the test writes in the engine's place. */
class ConsoleITCase {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void itComesBackAfterAStopAndReadsOnWhereItWas(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                TestTopics topics = TestTopics.on(broker.bootstrapServers())) {
            topics.write("alerts.v1", "E-a", Samples.alert("a", 1).build());
            topics.write("alerts.v1", "E-a", "no message".getBytes(UTF_8));
            try (TestConsole console =
                    TestConsole.start(broker.bootstrapServers(), TestConsole.PREFIX, folder.resolve("data"))) {
                awaitBoard(console, "\"alertId\":\"a\",\"revision\":1");
            }
            topics.write("alerts.v1", "E-a", Samples.alert("a", 2).build());
            topics.write("alerts.v1", "E-b", Samples.alert("b", 1).build());
            try (TestConsole console =
                    TestConsole.start(broker.bootstrapServers(), TestConsole.PREFIX, folder.resolve("data"))) {
                awaitBoard(console, "\"alertId\":\"a\",\"revision\":2", "\"alertId\":\"b\",\"revision\":1");
                assertThat(console.get("/actuator/health").body()).contains("READING");
            }
        }
    }

    @Test
    void pagesAndApiAnswerAndAStepReachesTheLog(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                TestTopics topics = TestTopics.on(broker.bootstrapServers());
                TestConsole console =
                        TestConsole.start(broker.bootstrapServers(), TestConsole.PREFIX, folder.resolve("data"))) {
            topics.write(
                    "alerts.v1",
                    "E-a",
                    Samples.alert("a", 1)
                            .setEntityName("<script>alert(1)</script>" + "长".repeat(5_000))
                            .build());
            topics.write("events.v1", "E-a", Samples.event("E-a", "INS-1").build());
            awaitBoard(console, "\"alertId\":\"a\"");

            for (String page :
                    List.of("/board", "/board?group=rule&lang=en", "/wall", "/alerts/a", "/alerts/a?lang=en")) {
                HttpResponse<String> answer = console.get(page);
                assertThat(answer.statusCode()).as(page).isEqualTo(200);
                assertThat(answer.body()).as(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                        .contains("script-src 'self'");
            }
            assertThat(console.get("/board?level=purple").statusCode()).isEqualTo(400);
            assertThat(console.get("/api/v1/board?level=purple").body()).contains("purple");
            assertThat(console.get("/alerts/none").statusCode()).isEqualTo(404);
            assertThat(console.get("/api/v1/board.csv").body())
                    .startsWith("\uFEFFalert_id")
                    .contains("\na,1,RED,T06");
            assertThat(console.get("/api/v1/openapi").body()).contains("/api/v1/alerts/{id}/steps");
            assertThat(console.get("/api/v1/alerts/a").body()).contains("\"recordKey\":\"INS-1\"");

            assertThat(console.post("/api/v1/alerts/a/steps", "{\"revision\":1,\"step\":\"close\"}")
                            .statusCode())
                    .isEqualTo(409);
            assertThat(console.post("/api/v1/alerts/a/steps", "{\"revision\":1,\"step\":\"accept\"}")
                            .statusCode())
                    .isEqualTo(202);
            await().atMost(SOON).until(() -> steps(broker.bootstrapServers()).contains("accept"));
        }
    }

    @Test
    void aStreamGoesOnWhereItsReaderStopped(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                TestTopics topics = TestTopics.on(broker.bootstrapServers());
                TestConsole console =
                        TestConsole.start(broker.bootstrapServers(), TestConsole.PREFIX, folder.resolve("data"))) {
            topics.write("alerts.v1", "E-a", Samples.alert("a", 1).build());
            awaitBoard(console, "\"alertId\":\"a\"");
            topics.write("alerts.v1", "E-b", Samples.alert("b", 1).build());
            awaitBoard(console, "\"alertId\":\"b\"");

            assertThat(nextEvent(console, 0)).contains("\"alertId\":\"a\"").contains("\"alertId\":\"b\"");
            assertThat(nextEvent(console, 1)).contains("\"alertId\":\"b\"").doesNotContain("\"alertId\":\"a\"");
        }
    }

    @Test
    void aBrokerThatIsAwayIsToldAndWaitedFor(@TempDir Path folder) throws Exception {
        try (TestConsole console = TestConsole.start("127.0.0.1:1", TestConsole.PREFIX, folder.resolve("data"))) {
            await().atMost(SOON)
                    .until(() -> console.get("/actuator/health").body().contains("BROKER_AWAY"));
            assertThat(console.get("/board").statusCode()).isEqualTo(200);
        }
    }

    private static String nextEvent(TestConsole console, long after) throws IOException, InterruptedException {
        HttpRequest request = console.request("/api/v1/stream")
                .header("Last-Event-ID", Long.toString(after))
                .build();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("data:")) {
                line = lines.readLine();
            }
            return String.valueOf(line);
        }
    }

    private static void awaitBoard(TestConsole console, String... parts) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(console.get("/api/v1/board").body()).contains(parts));
    }

    private static List<String> steps(String kafka) {
        List<String> steps = new ArrayList<>();
        try (TopicReader reader = new TopicReader(kafka, TestConsole.PREFIX + "events.v1")) {
            reader.readAll(message -> {
                if (Wire.decode(message.value(), Disposal.class) instanceof Decoded.Value<Disposal> step) {
                    steps.add(step.value().getStep());
                }
            });
        }
        return steps;
    }
}
