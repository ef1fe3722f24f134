package dev.forewarn.console.health;

import dev.forewarn.console.health.HealthReport.Checkpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks Flink's REST interface for the last checkpoint of each job. What it does not answer is not known, and says why.
 */
@Component
public class Flink {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final FlinkSettings settings;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(WAIT).build();

    public Flink(FlinkSettings settings) {
        this.settings = settings;
    }

    /** One for each job; a single one that is not known if nobody can be asked. */
    public List<Checkpoint> checkpoints() {
        if (settings.address().isEmpty()) {
            return List.of(Checkpoint.unknown("forewarn.console.flink.address"));
        }
        try {
            List<Checkpoint> found = new ArrayList<>();
            for (JsonNode job : get("/jobs/overview").path("jobs")) {
                found.add(checkpoint(job));
            }
            return found.isEmpty() ? List.of(Checkpoint.unknown(settings.address() + ": no job")) : found;
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            return List.of(Checkpoint.unknown(settings.address() + ": " + e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Checkpoint.unknown(settings.address() + ": interrupted"));
        }
    }

    private Checkpoint checkpoint(JsonNode job) throws IOException, InterruptedException {
        JsonNode said = get("/jobs/" + job.path("jid").asString("") + "/checkpoints");
        JsonNode last = said.path("latest").path("completed");
        long at = last.path("latest_ack_timestamp").asLong(0);
        return new Checkpoint(
                job.path("name").asString(""),
                job.path("state").asString(""),
                at == 0 ? null : Instant.ofEpochMilli(at),
                last.path("state_size").asLong(0),
                last.path("end_to_end_duration").asLong(0),
                said.path("counts").path("failed").asLong(0),
                "");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.address() + path))
                .timeout(WAIT)
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return MAPPER.readTree(answer.body());
    }
}
