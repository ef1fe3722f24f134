package dev.forewarn.console.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.forewarn.cli.embedded.EmbeddedBroker;
import dev.forewarn.console.Samples;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sees and may do what, by page, API, table, stream and step; and that it is noted. */
class AccessITCase {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static EmbeddedBroker broker;
    private static TestConsole console;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
        try (TestTopics topics = TestTopics.on(broker.bootstrapServers())) {
            topics.write("alerts.v1", "E-d", Samples.alert("d", 1).build());
            topics.write(
                    "alerts.v1",
                    "E-f",
                    Samples.alert("f", 1)
                            .setDomains(List.of("food-sale"))
                            .setEntityName("Secret Food")
                            .setGrid("G-9")
                            .build());
            topics.write(
                    "events.v1",
                    "E-d",
                    Samples.event("E-d", "INS-1")
                            .setAttributes(Map.of("critical", "1", "complainant", "hash-of-a-person"))
                            .build());
        }
        console = TestConsole.start(
                broker.bootstrapServers(), TestConsole.PREFIX, folder.resolve("data"), TestUsers.in(folder));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("centre", "/api/v1/board").body()
                                + get("centre", "/api/v1/alerts/d").body())
                        .contains("\"alertId\":\"d\"", "\"alertId\":\"f\"", "INS-1\""));
    }

    @AfterAll
    static void stop() throws Exception {
        console.close();
        broker.close();
    }

    private static HttpResponse<String> get(String account, String path) throws Exception {
        return console.send(console.requestOf(account, path));
    }

    private static HttpResponse<String> step(String account, String alert, String step) throws Exception {
        return console.send(console.requestOf(account, "/api/v1/alerts/" + alert + "/steps")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"revision\":1,\"step\":\"" + step + "\"}")));
    }

    @Test
    void aDrugUserSeesNoFoodAnywhere() throws Exception {
        for (String path : List.of(
                "/board",
                "/wall",
                "/api/v1/board",
                "/api/v1/board.csv",
                "/board?domain=food-sale",
                "/api/v1/board?text=secret",
                "/api/v1/board?entity=E-f",
                "/api/v1/board.csv?state=all")) {
            HttpResponse<String> answer = get("drug", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain("Secret Food", "\"alertId\":\"f\"", "/alerts/f");
        }
        for (String path : List.of(
                "/alerts/f", "/alerts/f/live", "/alerts/f/steps", "/api/v1/alerts/f", "/api/v1/alerts/f/steps")) {
            assertThat(get("drug", path).statusCode()).as(path).isEqualTo(404);
            assertThat(get("food", path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get("drug", "/api/v1/board").body()).contains("\"alertId\":\"d\"");
        assertThat(get("grid3", "/api/v1/board").body())
                .contains("\"alertId\":\"d\"")
                .doesNotContain("E-f");
        assertThat(step("drug", "f", "accept").statusCode()).isEqualTo(404);
    }

    @Test
    void aStreamTellsWhatIsWithinTheScopeOnly() throws Exception {
        assertThat(firstEvent("drug")).contains("\"alertId\":\"d\"").doesNotContain("\"alertId\":\"f\"");
        assertThat(firstEvent("centre")).contains("\"alertId\":\"d\"", "\"alertId\":\"f\"");
    }

    private static String firstEvent(String account) throws Exception {
        HttpRequest request = console.requestOf(account, "/api/v1/stream")
                .header("Last-Event-ID", "0")
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

    @Test
    void rolesGiveRights() throws Exception {
        assertThat(step("grid3", "d", "accept").statusCode()).isEqualTo(403);
        assertThat(get("system", "/api/v1/board").statusCode()).isEqualTo(403);
        assertThat(get("system", "/board").statusCode()).isEqualTo(403);
        assertThat(get("drug", "/api/v1/audit").statusCode()).isEqualTo(403);
        assertThat(get("drug", "/audit").statusCode()).isEqualTo(403);
        assertThat(get("auditor", "/audit").statusCode()).isEqualTo(200);
    }

    @Test
    void informantsAreShownToThoseWhoMaySeeThemOnly() throws Exception {
        for (String path : List.of("/api/v1/alerts/d", "/alerts/d")) {
            assertThat(get("drug", path).body()).as(path).contains("INS-1").doesNotContain("hash-of-a-person");
            assertThat(get("grid3", path).body()).as(path).doesNotContain("hash-of-a-person");
        }
        assertThat(get("centre", "/api/v1/alerts/d").body()).contains("hash-of-a-person");
    }

    @Test
    void everyActionIsNoted() throws Exception {
        assertThat(step("drug", "d", "dance").statusCode()).isEqualTo(422);
        assertThat(get("drug", "/api/v1/board.csv").statusCode()).isEqualTo(200);
        assertThat(get("drug", "/api/v1/alerts/f").statusCode()).isEqualTo(404);
        assertThat(console.send(console.requestOf("food", "wrong", "/api/v1/board"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(step("centre", "d", "comment").statusCode()).isEqualTo(422);

        assertThat(get("auditor", "/api/v1/audit?account=drug").body())
                .contains(
                        "\"action\":\"step\",\"subject\":\"d\",\"outcome\":\"refused\",\"detail\":\"dance on revision 1 bad-disposal\"",
                        "\"action\":\"export\",\"subject\":\"GET /api/v1/board.csv\",\"outcome\":\"done\"",
                        "\"action\":\"look\",\"subject\":\"GET /api/v1/alerts/f\",\"outcome\":\"refused\"");
        assertThat(get("auditor", "/api/v1/audit?account=food&action=login").body())
                .contains("\"outcome\":\"refused\"")
                .doesNotContain("\"outcome\":\"done\"");
        assertThat(get("auditor", "/audit?account=drug&lang=en").body()).contains("dance on revision 1");
    }

    @Test
    void whoGuessesIsHeldBackAndOthersAreNot() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(console.send(console.requestOf("nobody", "guess" + i, "/api/v1/board"))
                            .statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> answer = console.send(console.requestOf("nobody", "guess", "/api/v1/board"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(get("centre", "/api/v1/board").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutUsersItRefusesToListenBeyondThisMachine(@TempDir Path folder) {
        assertThatThrownBy(() -> TestConsole.start(
                        "127.0.0.1:1", TestConsole.PREFIX, folder.resolve("data"), "--server.address=0.0.0.0"))
                .rootCause()
                .hasMessageContaining("0.0.0.0, where others reach it")
                .hasMessageContaining("--users FILE");
    }
}
