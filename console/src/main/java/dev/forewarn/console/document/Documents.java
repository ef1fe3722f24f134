package dev.forewarn.console.document;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads files of settings. Names in them are written-with-hyphens, lengths of time as 30s, 15m, 2h, 7d. */
public final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addModule(new SimpleModule().addDeserializer(Duration.class, new Lengths()))
            .build();

    private Documents() {}

    /**
     * Reads a file.
     *
     * @param schema name of its schema in config/schema, without the end
     * @throws BadDocument if it cannot be read, or is not as the schema says
     */
    public static <T> T read(Path file, String schema, Class<T> type) {
        try {
            return parse(file.toString(), Files.readString(file), schema, type);
        } catch (IOException e) {
            throw new BadDocument(file.toString(), List.of("it cannot be read: " + e));
        }
    }

    /** The same of a text; the name is for messages. */
    public static <T> T parse(String name, String yaml, String schema, Class<T> type) {
        String json = MAPPER.writeValueAsString(load(name, yaml));
        List<String> faults = schema(schema).validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .distinct()
                .sorted()
                .toList();
        if (!faults.isEmpty()) {
            throw new BadDocument(name, faults);
        }
        return MAPPER.readValue(json, type);
    }

    private static Object load(String name, String yaml) {
        try {
            Object root =
                    new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
            if (root == null) {
                throw new BadDocument(name, List.of("it is empty"));
            }
            return root;
        } catch (YamlEngineException e) {
            throw new BadDocument(name, List.of("it is not YAML: " + e.getMessage()));
        }
    }

    private static Schema schema(String name) {
        String path = "/config/schema/" + name + ".schema.json";
        try (InputStream file = Documents.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the jar has no " + path);
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Lengths extends StdDeserializer<Duration> {

        Lengths() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) {
            return DurationStyle.SIMPLE.parse(parser.getString());
        }
    }
}
