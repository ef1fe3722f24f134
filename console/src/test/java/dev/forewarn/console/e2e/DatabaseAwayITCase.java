package dev.forewarn.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.cli.embedded.EmbeddedBroker;
import dev.forewarn.cli.embedded.LoopbackPort;
import dev.forewarn.console.Samples;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that goes away while the console runs, and comes back: it is told, and nothing is lost. */
class DatabaseAwayITCase {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void itIsToldAndWaitedFor(@TempDir Path folder) throws Exception {
        int port = LoopbackPort.freeFrom(0);
        EmbeddedPostgres first = postgres(folder, port);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                TestTopics topics = TestTopics.on(broker.bootstrapServers());
                TestConsole console = TestConsole.start(
                        broker.bootstrapServers(),
                        TestConsole.PREFIX,
                        folder.resolve("data"),
                        "--spring.datasource.url=" + first.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.hikari.connection-timeout=1000")) {
            topics.write("alerts.v1", "E-a", Samples.alert("a", 1).build());
            awaitBoard(console, "\"alertId\":\"a\"");

            first.close();
            topics.write("alerts.v1", "E-b", Samples.alert("b", 1).build());
            await().atMost(PATIENCE)
                    .until(() -> console.get("/actuator/health").body().contains("DATABASE_AWAY"));
            assertThat(console.get("/api/v1/board").statusCode()).isEqualTo(503);
            assertThat(console.get("/board").statusCode()).isEqualTo(503);

            try (EmbeddedPostgres second = postgres(folder, port)) {
                awaitBoard(console, "\"alertId\":\"a\"", "\"alertId\":\"b\"");
                await().atMost(PATIENCE)
                        .until(() -> console.get("/actuator/health").body().contains("READING"));
                assertThat(second.getPort()).isEqualTo(port);
            }
        }
    }

    private static EmbeddedPostgres postgres(Path folder, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgres"))
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException | IllegalStateException e) {
            Assumptions.abort("no PostgreSQL can be started here: " + e);
            throw new IllegalStateException(e);
        }
    }

    private static void awaitBoard(TestConsole console, String... parts) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(console.get("/api/v1/board").body()).contains(parts));
    }
}
