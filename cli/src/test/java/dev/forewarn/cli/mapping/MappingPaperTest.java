package dev.forewarn.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.document.Fault;
import dev.forewarn.engine.document.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/MAPPING.md to what mappings can say. */
class MappingPaperTest {

    private static final Path PAPER = Path.of("..", "docs", "MAPPING.md");

    @Test
    void everyFunctionStandsInThePaper() throws IOException {
        List<String> rows = RowLanguage.functions(ZoneOffset.UTC, Map.of(), null).stream()
                .filter(function -> !function.name().equals("first_nonempty")
                        || function.parameters().size() == 2)
                .map(MappingPaperTest::row)
                .toList();

        assertThat(Files.readAllLines(PAPER)).containsAll(rows);
    }

    @Test
    void everyFieldStandsInThePaper() throws IOException {
        String fields = Files.readString(PAPER).split("## Fields", 2)[1];

        for (Field field : Field.values()) {
            assertThat(fields).contains("`" + field.key() + "`");
        }
    }

    @Test
    void mappingInThePaperIsSound() throws IOException {
        Matcher example =
                Pattern.compile("```yaml\n(mapping: .*?)```", Pattern.DOTALL).matcher(Files.readString(PAPER));
        assertThat(example.find()).isTrue();
        Mapping mapping = Mappings.of(example.group(1));

        assertThat(Mappings.map(mapping, """
                        no,code,name,day,published,kind,fine,person
                        罚1,９１１,某店,2024年3月5日,,罚款,"1,250.5",
                        罚2,912,,2024-03-05,2024-03-20,警告,,
                        """))
                .satisfiesExactly(
                        mapped -> assertThat(((Mapped.Events) mapped).events()).hasSize(2),
                        mapped -> assertThat(mapped).isEqualTo(new Mapped.Skipped("warnings are not published")));
    }

    @Test
    void mappingsThatAreShippedAreSound() throws IOException {
        try (var files = Files.walk(Path.of("..", "config", "examples"))) {
            List<Path> mappings = files.filter(file -> file.toString().matches(".*/mappings/[^/]+\\.yaml"))
                    .toList();
            Faults faults = new Faults();
            mappings.forEach(file -> new MappingReader(null, faults).read(file));

            assertThat(mappings).isNotEmpty();
            assertThat(faults.sorted()).extracting(Fault::toString).isEmpty();
        }
    }

    /** A function as a row of the paper's table. */
    private static String row(RowFunction function) {
        String parameters = function.parameters().stream().map(TypeNames::of).collect(Collectors.joining(", "));
        String more = function.name().equals("first_nonempty") ? ", …" : "";
        return "| `" + function.name() + "(" + parameters + more + ")` | " + function.doc() + " |";
    }
}
