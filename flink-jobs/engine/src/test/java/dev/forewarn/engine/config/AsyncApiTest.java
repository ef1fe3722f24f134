package dev.forewarn.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.forewarn.avro.RecordKind;
import dev.forewarn.engine.wire.PublicationNote;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** {@code docs/asyncapi.yaml} is a file of AsyncAPI 3.0 and says what the code says. */
class AsyncApiTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A number of partitions that no topic has by itself. */
    private static final int PARTITIONS = 7;

    private final JsonNode api = read();

    @Test
    void fileKeepsToTheSchemaOfAsyncApi() throws IOException {
        assertThat(faults(api)).isEmpty();
        assertThat(faults(JSON.readTree("{\"asyncapi\": \"3.0.0\", \"info\": {}, \"topics\": {}}")))
                .hasSizeGreaterThan(1);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : api.findValues("$ref")) {
            String to = reference.asText();
            assertThat(to.startsWith("#") ? !api.at(to.substring(1)).isMissingNode() : Files.exists(DOCS.resolve(to)))
                    .as(to)
                    .isTrue();
        }
    }

    @Test
    void everyTopicHasItsChannelAndEveryChannelItsTopic() {
        Map<String, Map<String, Object>> planned = new TreeMap<>();
        for (Topics.Plan plan : new Topics("{prefix}").plans(PARTITIONS, List.of("{domain}"))) {
            Map<String, Object> settings = new TreeMap<>(plan.settings());
            settings.put("partitions", plan.partitions());
            planned.put(plan.name(), settings);
        }
        Map<String, Map<String, Object>> told = new TreeMap<>();
        api.get("channels").forEach(channel -> told.put(channel.get("address").asText(), settings(channel)));

        assertThat(told).isEqualTo(planned);
    }

    @Test
    void everyChannelIsReadOrWritten() {
        assertThat(api.get("operations").findValues("channel").stream()
                        .map(channel -> channel.get("$ref").asText().replace("#/channels/", "")))
                .containsOnlyOnceElementsOf(List.of("alerts", "cases", "assessments", "classes", "audit", "rejects"))
                .containsAll(api.get("channels")::fieldNames);
    }

    @Test
    void everyRecordIsAMessageAndNothingElseIsButTheCatalogue() {
        assertThat(api.at("/components/messages").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(() -> {
            List<String> names = Arrays.stream(RecordKind.values())
                    .map(RecordKind::recordName)
                    .collect(Collectors.toList());
            names.add("Bundle");
            return names.iterator();
        });
        assertThat(api.at("/components/messages/Bundle/headers/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(PublicationNote.HEADERS);
    }

    @Test
    void theLogHoldsWhatHasAnEnvelope() {
        assertThat(api.at("/channels/events/messages").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RecordKind.values())
                        .filter(RecordKind::isOnLog)
                        .map(RecordKind::recordName)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void schemaFilesAreThoseOfThePresent(RecordKind kind) throws IOException {
        String file = api.at("/components/messages/" + kind.recordName() + "/payload/schema/$ref")
                .asText();
        Schema named = new Schema.Parser().parse(Files.readString(DOCS.resolve(file)));

        assertThat(SchemaNormalization.toParsingForm(named))
                .isEqualTo(SchemaNormalization.toParsingForm(kind.schema()));
    }

    /** As {@code Topics.Plan} has them. */
    private static Map<String, Object> settings(JsonNode channel) {
        Map<String, Object> settings = new TreeMap<>();
        JsonNode kafka = channel.at("/bindings/kafka");
        kafka.get("topicConfiguration")
                .properties()
                .forEach(setting -> settings.put(
                        setting.getKey(),
                        setting.getValue().isArray()
                                ? setting.getValue().get(0).asText()
                                : setting.getValue().asText()));
        settings.put("partitions", kafka.path("partitions").asInt(PARTITIONS));
        return settings;
    }

    private static List<String> faults(JsonNode tree) throws IOException {
        try (InputStream schema = AsyncApiTest.class.getResourceAsStream("/asyncapi-3.0.0.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JSON.readTree(Objects.requireNonNull(schema)))
                    .validate(tree)
                    .stream()
                    .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                    .toList();
        }
    }

    private static JsonNode read() {
        try {
            String yaml = Files.readString(DOCS.resolve("asyncapi.yaml"));
            LoadSettings settings =
                    LoadSettings.builder().setSchema(new CoreSchema()).build();
            return JSON.valueToTree(new Load(settings).loadFromString(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
