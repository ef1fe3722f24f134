package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the papers say about catalogues is true. */
class CataloguePapersTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("`([a-z-]+\\.[a-z-]+)`");

    @Test
    void everyExampleIsASoundCatalogue() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(DOCS.resolve("CATALOGUE.md")));
        int examples = 0;
        while (example.find()) {
            CatalogueReader.Result result = CatalogueReader.read(Map.of("example.yaml", example.group(1)));
            assertThat(result).as(example.group(1)).isInstanceOf(CatalogueReader.Read.class);
            examples++;
        }
        assertThat(examples).isEqualTo(3);
    }

    @Test
    void everyAggregateIsDescribed() throws IOException {
        String paper = Files.readString(DOCS.resolve("CATALOGUE.md"));
        for (Aggregate aggregate : Aggregate.values()) {
            assertThat(paper).contains("`" + ReadingTable.nameOf(aggregate) + "`");
        }
    }

    @Test
    void everyTypeThatIsReadIsDescribedAndNoOther() throws IOException {
        Set<String> described = new TreeSet<>();
        String paper = Files.readString(DOCS.resolve("EVENTS.md"));
        Matcher type = TYPE.matcher(paper.substring(paper.indexOf("## The register")));
        while (type.find()) {
            described.add(type.group(1));
        }

        assertThat(described).isEqualTo(typesRead(ShippedCatalogueTest.catalogue()));
    }

    @Test
    void everyNameThatIsReadIsDescribed() throws IOException {
        String paper = Files.readString(DOCS.resolve("EVENTS.md"));
        Set<String> kept = Set.of("decision", "authority", "violation", "product", "batch");
        for (String name : ShippedCatalogueTest.catalogue().retained()) {
            assertThat(kept.contains(name) || paper.contains("`" + name + "`"))
                    .as(name)
                    .isTrue();
        }
    }

    private static Set<String> typesRead(Catalogue catalogue) {
        Set<String> types = new TreeSet<>();
        for (Measure measure : catalogue.measures()) {
            types.addAll(measure.on());
            types.addAll(measure.ends());
        }
        for (AlertRule rule : catalogue.rules()) {
            if (rule instanceof AlertRule.Trigger trigger) {
                types.addAll(trigger.on());
            }
        }
        return types;
    }
}
