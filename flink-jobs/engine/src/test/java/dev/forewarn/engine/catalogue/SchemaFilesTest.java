package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All that is shipped, and all that the papers show, keeps to the schemas that editors use. */
class SchemaFilesTest {

    private static final Path CONFIG = Path.of("../../config");
    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static final YamlSchema CATALOGUE = YamlSchema.named("catalogue");
    private static final YamlSchema MAPPING = YamlSchema.named("mapping");
    private static final YamlSchema EXAMPLES = YamlSchema.named("examples");
    private static final YamlSchema ENGINE = YamlSchema.named("engine");
    private static final YamlSchema PLAN = YamlSchema.named("plan");

    @Test
    void shippedFilesKeepToTheirSchemas() throws IOException {
        assertThat(check(CATALOGUE, "catalogue")).isGreaterThan(20);
        assertThat(check(EXAMPLES, "examples")).isPositive();
        assertThat(check(MAPPING, "mappings")).isGreaterThan(4);
        assertThat(ENGINE.faultsOf(Files.readString(CONFIG.resolve("engine.yaml"))))
                .isEmpty();
        assertThat(PLAN.faultsOf(Files.readString(CONFIG.resolve("plan.yaml")))).isEmpty();
    }

    /** Checks the files in all folders of a name, and says how many there are. */
    private static int check(YamlSchema schema, String folder) throws IOException {
        PathMatcher inFolder = FileSystems.getDefault().getPathMatcher("glob:**/" + folder + "/*.yaml");
        List<Path> files;
        try (Stream<Path> found = Files.walk(CONFIG)) {
            files = found.filter(inFolder::matches).toList();
        }
        for (Path file : files) {
            assertThat(schema.faultsOf(Files.readString(file))).as("%s", file).isEmpty();
        }
        return files.size();
    }

    @Test
    void examplesOfThePapersKeepToTheirSchemas() throws IOException {
        assertThat(checkPaper("CATALOGUE.md", CATALOGUE)).isGreaterThan(6);
        assertThat(checkPaper("MAPPING.md", MAPPING)).isPositive();
        assertThat(checkPaper("PLAN.md", PLAN)).isPositive();
    }

    private static int checkPaper(String name, YamlSchema schema) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(DOCS.resolve(name)));
        int examples = 0;
        while (example.find()) {
            String text = example.group(1);
            YamlSchema fitting = text.startsWith("examples:") ? EXAMPLES : schema;
            assertThat(fitting.faultsOf(text)).as(text).isEmpty();
            examples++;
        }
        return examples;
    }

    @Test
    void unknownKeysAreTold() {
        assertThat(MAPPING.faultsOf("mapping: a\nzone: UTC\ninput: {format: csv}\nevents: [{typ: a.b}]"))
                .hasSize(1);
        assertThat(EXAMPLES.faultsOf("examples: [{name: a, on: 2026-01-01, facts: [], expect: {alert: []}}]"))
                .hasSize(1);
        assertThat(ENGINE.faultsOf("forewarn.clock.mod: WALL")).hasSize(1);
        assertThat(PLAN.faultsOf("ratios: {A: 0.1}\nvisits: {fact: a.b, result: r, problem: p}\ncap: []"))
                .hasSize(1);
        assertThat(ENGINE.faultsOf("forewarn.clock.mode: wall-clock")).hasSize(1);
    }

    @Test
    void engineSchemaKnowsEverySetting() throws IOException {
        Matcher setting =
                Pattern.compile("\\| `(forewarn\\.[a-z.-]+)` \\|").matcher(Files.readString(DOCS.resolve("CONFIG.md")));

        assertThat(ENGINE.tree().get("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        setting.results().map(found -> found.group(1)).toList());
    }
}
