package dev.forewarn.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Origin;
import dev.forewarn.cli.embedded.EmbeddedBroker;
import dev.forewarn.console.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page and its twin in the API, with nothing and with hostile names, in both languages. */
class PagesITCase {

    private static final String NAME = "<script>alert(1)</script>" + "长".repeat(5_000);
    private static final List<String> PAGES =
            List.of("/entities", "/team", "/month", "/month/2026-02?domain=drug", "/catalogue", "/health");

    @Test
    void pagesSayWhatToDoWhileThereIsNothing(@TempDir Path folder) throws Exception {
        try (TestConsole console = TestConsole.start("127.0.0.1:1", TestConsole.PREFIX, folder.resolve("data"))) {
            for (String page : PAGES) {
                for (String language : List.of("zh", "en")) {
                    String address = page + (page.contains("?") ? "&" : "?") + "lang=" + language;
                    assertThat(followed(console, address)).as(address).contains("<main");
                }
            }
            assertThat(console.get("/entities/none?lang=en").body()).contains("Look for it by name");
            assertThat(console.get("/month/2026-13?lang=en").body()).contains("/month/2026-03");
            for (String page : List.of("/entities/none", "/team/none", "/month/never", "/catalogue/7")) {
                assertThat(console.get(page).statusCode()).as(page).isEqualTo(404);
            }
        }
    }

    @Test
    void pagesShowWhatTheTopicsSayAndRunNothingOfIt(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                TestTopics topics = TestTopics.on(broker.bootstrapServers());
                TestConsole console =
                        TestConsole.start(broker.bootstrapServers(), TestConsole.PREFIX, folder.resolve("data"))) {
            topics.write(
                    "alerts.v1",
                    "E-a",
                    Samples.alert("a", 1).setEntityName(NAME).build());
            topics.write(
                    "assessments.v1",
                    "E-a",
                    Samples.assessment("E-a", Samples.AT).setEntityName(NAME).build());
            topics.write("events.v1", "E-a", Samples.event("E-a", "INS-1").build());
            topics.write(
                    "classes.v1",
                    "E-a",
                    MonthlyClass.newBuilder()
                            .setEntityId("E-a")
                            .setRecordedAt(Samples.AT)
                            .setMonth("2026-02")
                            .setOrigin(Origin.ENGINE)
                            .setStandings(List.of(Samples.standing()))
                            .setHeadlineClass("D")
                            .setCatalogueVersion("v")
                            .build());
            topics.write("events.v1", "E-a", "<script>no message".getBytes(StandardCharsets.UTF_8));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(console.get("/api/v1/entities/E-a").body())
                        .contains("INS-1", "\"month\":\"2026-02\"", "\"alertId\"");
                assertThat(console.get("/health").body()).contains("no message");
            });

            for (String page :
                    List.of("/entities", "/entities/E-a", "/team/drug", "/month/2026-02?domain=drug", "/health")) {
                String body = followed(console, page);
                assertThat(body).as(page).doesNotContain("<script>alert", "<script>no");
                if (!page.startsWith("/month")) {
                    assertThat(body).as(page).contains("&lt;script&gt;");
                }
            }
            assertThat(console.get("/api/v1/teams/drug").body()).contains("\"businesses\"", "E-a");
            assertThat(console.get("/api/v1/months/2026-02").body()).contains("\"moves\"");
            assertThat(console.get("/api/v1/months/never").statusCode()).isEqualTo(400);
            assertThat(console.get("/api/v1/catalogue").body()).contains("\"history\"");
            assertThat(console.get("/api/v1/health").body()).contains("\"partitions\"", "\"poisoned\"");
            assertThat(console.get("/api/v1/teams/none").statusCode()).isEqualTo(404);
        }
    }

    /** What stands at an address, behind at most one redirection. */
    private static String followed(TestConsole console, String address) throws Exception {
        var answer = console.get(address);
        if (answer.statusCode() == 302) {
            String there = answer.headers().firstValue("Location").orElseThrow();
            answer = console.get(there.replace(console.address(), ""));
        }
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }
}
