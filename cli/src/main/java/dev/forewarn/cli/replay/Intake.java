package dev.forewarn.cli.replay;

import dev.forewarn.avro.EventFile;
import dev.forewarn.cli.mapping.Mapping;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.rows.RowFormat;
import dev.forewarn.cli.rows.RowReader;
import dev.forewarn.engine.document.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file and the mapping that its rows go through.
 *
 * @param mapping null for a file of events, which needs none
 */
public record Intake(Path file, @Nullable Mapping mapping) {

    /**
     * Finds the mapping of each file that is none of events. A single mapping takes every file; of several, the one
     * that has all the columns it asks for.
     *
     * @throws Refusal if a file fits no mapping, or more than one
     */
    public static List<Intake> match(List<Path> files, List<Mapping> mappings) throws IOException {
        List<Intake> intakes = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            if (isEvents(file)) {
                intakes.add(new Intake(file, null));
                continue;
            }
            List<Mapping> fitting = new ArrayList<>();
            List<Fault> missing = new ArrayList<>();
            for (Mapping mapping : mappings) {
                List<Fault> own = missing(file, mapping, mappings.size() > 1);
                missing.addAll(own);
                if (own.isEmpty()) {
                    fitting.add(mapping);
                }
            }
            if (fitting.size() == 1) {
                intakes.add(new Intake(file, fitting.get(0)));
            } else if (fitting.isEmpty()) {
                missing.forEach(fault -> faults.add(fault.toString()));
            } else {
                faults.add("a file goes through one mapping; " + file + " fits "
                        + String.join(", ", fitting.stream().map(Mapping::name).toList())
                        + "; let each name its 'columns' under 'input'");
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        return intakes;
    }

    /** Whether a file holds events as they stand on the log, in Avro's container format. */
    static boolean isEvents(Path file) {
        return file.toString().endsWith(EventFile.SUFFIX);
    }

    private static List<Fault> missing(Path file, Mapping mapping, boolean isChoice) throws IOException {
        String name = file.toString();
        if (mapping.format().kind() == RowFormat.Kind.JSON_LINES) {
            boolean isJson = name.toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson|json)(\\.gz)?");
            return isJson || !isChoice ? List.of() : List.of(mapping.fault(name + " does not end in .jsonl"));
        }
        try (RowReader rows = RowReader.open(file, mapping.format())) {
            List<String> header = rows.header();
            return header == null ? List.of() : mapping.missingIn(name, header);
        }
    }
}
