package dev.forewarn.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Event;
import dev.forewarn.cli.rows.Row;
import dev.forewarn.cli.rows.RowReader;
import dev.forewarn.engine.document.Fault;
import dev.forewarn.engine.document.Faults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads mappings and maps texts for tests. */
public final class Mappings {

    /** A mapping that does as little as one can. */
    static final String SMALLEST = """
            mapping: smallest
            input: {format: csv}
            zone: UTC
            events:
              - entity_id: =row.id
                type: penalty.decided
                event_id: =row.no
                occurred_at: =date(row.day)
                recorded_at: =date(row.day)
                source: court
            """;

    private static final Salt SALT = new Salt("a salt for tests only".getBytes(StandardCharsets.UTF_8));

    private Mappings() {}

    /** The mapping of a text without faults. */
    public static Mapping of(String yaml) {
        Faults faults = new Faults();
        Mapping mapping = new MappingReader(SALT, faults).read("m.yaml", yaml);
        assertThat(faults.sorted()).isEmpty();
        assertThat(mapping).isNotNull();
        return mapping;
    }

    /** The mapping of a file without faults. */
    public static Mapping of(Path file) {
        Faults faults = new Faults();
        Mapping mapping = new MappingReader(SALT, faults).read(file);
        assertThat(faults.sorted()).isEmpty();
        assertThat(mapping).isNotNull();
        return mapping;
    }

    /** Faults of a text, as {@code line:column: reason}. */
    static List<String> faults(String yaml) {
        Faults faults = new Faults();
        new MappingReader(null, faults).read("m.yaml", yaml);
        return faults.sorted().stream()
                .map(Fault::toString)
                .map(fault -> fault.substring("m.yaml:".length()))
                .toList();
    }

    /** What becomes of the rows of a text. */
    public static List<Mapped> map(Mapping mapping, String text) throws IOException {
        Path file = Files.createTempFile("rows", ".txt");
        try {
            Files.writeString(file, text, mapping.format().charset());
            List<Mapped> mapped = new ArrayList<>();
            try (RowReader rows = RowReader.open(file, mapping.format())) {
                List<String> header = rows.header();
                if (header != null) {
                    assertThat(mapping.missingIn("rows", header)).isEmpty();
                }
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    mapped.add(mapping.map(row));
                }
            }
            return mapped;
        } finally {
            Files.delete(file);
        }
    }

    /** The events of the rows of a text, none of which is refused. */
    public static List<Event> events(Mapping mapping, String text) throws IOException {
        List<Event> events = new ArrayList<>();
        for (Mapped mapped : map(mapping, text)) {
            assertThat(mapped).isInstanceOf(Mapped.Events.class);
            events.addAll(((Mapped.Events) mapped).events());
        }
        return events;
    }
}
