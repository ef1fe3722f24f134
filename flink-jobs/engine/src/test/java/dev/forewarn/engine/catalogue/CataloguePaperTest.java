package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.indicator.Aggregate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the paper on the catalogue's language says is true. */
class CataloguePaperTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void everyExampleIsASoundCatalogue() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(DOCS.resolve("CATALOGUE.md")));
        int examples = 0;
        while (example.find()) {
            if (example.group(1).startsWith("examples:")) {
                continue; // For the folder of examples, which the tests of the command line read.
            }
            CatalogueReader.Result result = CatalogueReader.read(Map.of("example.yaml", example.group(1)));
            assertThat(result).as(example.group(1)).isInstanceOf(CatalogueReader.Read.class);
            examples++;
        }
        assertThat(examples).isEqualTo(11);
    }

    @Test
    void everyAggregateIsDescribed() throws IOException {
        String paper = Files.readString(DOCS.resolve("CATALOGUE.md"));
        for (Aggregate aggregate : Aggregate.values()) {
            assertThat(paper).contains("`" + ReadingTable.nameOf(aggregate) + "`");
        }
    }

    @Test
    void conditionsThatAreSaidToBeCompiledAreAndTheOthersAreNot() throws IOException {
        String paper = Files.readString(DOCS.resolve("CATALOGUE.md"));
        String table = paper.substring(paper.indexOf("| compiled | opaque |"), paper.indexOf("## Limits"));
        int conditions = 0;
        for (String row : table.lines().skip(2).filter(line -> !line.isBlank()).toList()) {
            String[] cells = row.split("\\|", -1);
            for (int cell = 1; cell <= 2; cell++) {
                Matcher condition = CODE.matcher(cells[cell]);
                while (condition.find()) {
                    assertThat(isOpaque(condition.group(1)))
                            .as(condition.group(1))
                            .isEqualTo(cell == 2);
                    conditions++;
                }
            }
        }
        assertThat(conditions).isEqualTo(9);
    }

    private static boolean isOpaque(String condition) {
        String rule = condition.contains("count(") ? "kind: condition, when" : "kind: trigger, on: a.b, where";
        CatalogueReader.Result result = CatalogueReader.read(Map.of(
                "a.yaml",
                "measures: {m: {on: a.b}, n: {on: a.b}}\nrules: {R: {name: r, level: red, " + rule + ": \"" + condition
                        + "\"}}"));
        return ((CatalogueReader.Read) result)
                .bundle()
                .catalogue()
                .rules()
                .get(0)
                .toString()
                .contains("Opaque");
    }
}
