package dev.forewarn.engine.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A JSON Schema of {@code config/schema}, asked as an editor asks it: YAML is read by its core schema. */
final class YamlSchema {

    private static final Path FOLDER = Path.of("../../config/schema");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode tree;
    private final Schema schema;

    private YamlSchema(JsonNode tree) {
        this.tree = tree;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tree);
    }

    static YamlSchema named(String name) {
        try {
            return new YamlSchema(JSON.readTree(Files.readString(FOLDER.resolve(name + ".schema.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tree() {
        return tree;
    }

    /** What it has against a text. */
    List<String> faultsOf(String yaml) {
        return schema.validate(treeOf(yaml)).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    static JsonNode treeOf(String yaml) {
        return JSON.valueToTree(load(yaml));
    }

    private static @Nullable Object load(String yaml) {
        return new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
    }
}
