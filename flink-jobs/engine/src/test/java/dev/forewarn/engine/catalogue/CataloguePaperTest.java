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
}
