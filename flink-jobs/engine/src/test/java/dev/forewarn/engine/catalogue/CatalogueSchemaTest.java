package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema of catalogue files and the reader know the same keys. */
class CatalogueSchemaTest {

    /** Below these, keys are names that a catalogue gives. */
    private static final Set<String> OF_FREE_KEYS = Set.of(
            "sources",
            "measures",
            "readings",
            "rules",
            "indicators",
            "mitigation",
            "direct",
            "groups",
            "outcomes",
            "of",
            "window",
            "levels",
            "target-mix");

    private static final YamlSchema SCHEMA = YamlSchema.named("catalogue");

    /** A file that uses every key. */
    private static String sample() throws IOException {
        try (var in = CatalogueSchemaTest.class.getResourceAsStream("/every-key.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static CatalogueReader.Result read(String text) {
        return CatalogueReader.read(Map.of("a.yaml", text));
    }

    @Test
    void fileThatUsesEveryKeyIsSoundToBoth() throws IOException {
        assertThat(read(sample())).isInstanceOf(CatalogueReader.Read.class);
        assertThat(SCHEMA.faultsOf(sample())).isEmpty();
    }

    @Test
    void everyKeyOfTheSchemaIsInThatFile() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Key key : keys()) {
            used.add(key.name());
        }
        Set<String> known = new TreeSet<>();
        collectProperties(SCHEMA.tree(), known);

        assertThat(used).isEqualTo(known);
    }

    @Test
    void keyThatIsRenamedIsRefusedByBoth() throws IOException {
        JsonNode file = YamlSchema.treeOf(sample());
        List<Key> keys = keys(file);
        assertThat(keys).hasSizeGreaterThan(150);
        for (Key key : keys) {
            JsonNode value = key.in().remove(key.name());
            key.in().set(key.name() + "x", value);
            String text = file.toString();
            key.in().remove(key.name() + "x");
            key.in().set(key.name(), value);

            assertThat(read(text)).as("the reader, without %s", key).isInstanceOf(CatalogueReader.Faulty.class);
            assertThat(SCHEMA.faultsOf(text)).as("the schema, without %s", key).isNotEmpty();
        }
        assertThat(read(file.toString())).isInstanceOf(CatalogueReader.Read.class);
    }

    @Test
    void whateverIsAReadingIsAnIndicatorAndAMitigationToo() throws IOException {
        ObjectNode file = (ObjectNode) YamlSchema.treeOf(sample());
        file.get("readings").properties().forEach(reading -> {
            ObjectNode indicator = ((ObjectNode) reading.getValue().deepCopy()).put("name", "a");
            indicator.putObject("points").put("when-true", 1);
            ((ObjectNode) file.get("indicators")).set("I-" + reading.getKey(), indicator);
            ObjectNode mitigation = ((ObjectNode) reading.getValue().deepCopy()).put("name", "a");
            mitigation.putObject("take-off").put("points", 1);
            ((ObjectNode) file.get("mitigation")).set("M-" + reading.getKey(), mitigation);
        });

        assertThat(read(file.toString())).isInstanceOf(CatalogueReader.Read.class);
        assertThat(SCHEMA.faultsOf(file.toString())).isEmpty();
    }

    @Test
    void keyThatBelongsElsewhereIsRefusedByBoth() {
        for (String reading : List.of(
                "{read: count(m), window: 1y, take: max}",
                "{read: count(m), window: 1y, per: subject, take: count-of}",
                "{read: count(m), window: 1y, per: subject, take: max, at-least: 2}",
                "{read: count(m)}",
                "{read: count(m), window: 1y, when: \"true\"}",
                "{read: ratio(m), window: 1y}",
                "{read: \"count(m, m)\", window: 1y}",
                "{read: count(m), window: 1y, prior: {part: 1}}",
                "{read: late(m), window: 1y, per: subject}",
                "{read: active(m), decay: {1y: 1}}",
                "{read: burst(m), window: 7d, expect: {base: 365d, prior: 1, over: 365d}}",
                "{read: burst(m), window: 1m, expect: {base: 365d, prior: 1, over: 365d}, table: [{expected: 1, count: 2}]}",
                "{read: excess(m), window: 7d}",
                "{read: missed_days(m), due: {month: 6, day: 30}}",
                "{read: missed_days(m), due: {after: 20wd}, since: 2024}",
                "{read: late(m), window: 1y, due: {after: 20wd, before: 20wd}}",
                "{read: late(m), window: 1y, due: {after: 20d}}",
                "{read: count(m), window: 1y, due: {after: 20wd}}",
                "{read: reading(A), window: 1y}",
                "{when: \"true\", window: 1y}")) {
            String text = "measures: {m: {on: a.b, value: amount}}\nreadings: {A: {read: active(m)}, B: " + reading
                    + "}\nrules: {R: {kind: trigger, name: r, on: a.b, level: red}}\n";

            assertThat(read(text)).as("the reader on %s", reading).isInstanceOf(CatalogueReader.Faulty.class);
            assertThat(SCHEMA.faultsOf(text)).as("the schema on %s", reading).isNotEmpty();
        }
    }

    /** All properties that a schema names, other than those that it forbids. */
    private static void collectProperties(JsonNode schema, Set<String> known) {
        for (JsonNode part : schema) {
            collectProperties(part, known);
        }
        JsonNode properties = schema.path("properties");
        // A schema that is false forbids.
        properties.properties().stream()
                .filter(property -> !property.getValue().isBoolean())
                .forEach(property -> known.add(property.getKey()));
    }

    private static List<Key> keys() throws IOException {
        return keys(YamlSchema.treeOf(sample()));
    }

    /** All keys that the language gives. */
    private static List<Key> keys(JsonNode file) {
        List<Key> keys = new ArrayList<>();
        collect(file, "", false, keys);
        return keys;
    }

    private static void collect(JsonNode node, String path, boolean isFree, List<Key> keys) {
        if (node instanceof ObjectNode mapping) {
            mapping.properties().forEach(entry -> {
                if (!isFree) {
                    keys.add(new Key(path, mapping, entry.getKey()));
                }
                // The steps of a decay are windows, which are no properties of the schema.
                boolean isOfFreeKeys = !isFree && OF_FREE_KEYS.contains(entry.getKey());
                if (isFree || !entry.getKey().equals("decay")) {
                    collect(entry.getValue(), path + "/" + entry.getKey(), isOfFreeKeys, keys);
                }
            });
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), path + "/" + i, false, keys);
            }
        }
    }

    /** A key and the mapping that it stands in. */
    private record Key(String path, ObjectNode in, String name) {
        @Override
        public String toString() {
            return path + "/" + name;
        }
    }
}
