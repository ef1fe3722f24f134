package dev.forewarn.cli.plan;

import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.rows.Row;
import dev.forewarn.cli.rows.RowFormat;
import dev.forewarn.cli.rows.RowReader;
import dev.forewarn.cli.rows.UnreadableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the lists that a bureau keeps as CSV: inspectors, from whom they stand back, and objects of key supervision.
 */
final class Lists {

    private static final RowFormat CSV = new RowFormat(RowFormat.Kind.CSV, StandardCharsets.UTF_8, ',');

    private final Path file;
    private final List<String> faults = new ArrayList<>();

    private Lists(Path file) {
        this.file = file;
    }

    /**
     * Inspectors: columns {@code id}, {@code unit}, {@code domains}, {@code divisions}; several in a cell are parted by
     * semicolons.
     *
     * @throws Refusal with every fault of the file
     */
    static List<Inspector> inspectors(Path file) throws IOException {
        Lists list = new Lists(file);
        Map<String, Inspector> inspectors = new LinkedHashMap<>();
        for (Row row : list.rows(List.of("id", "unit", "domains", "divisions"), 1)) {
            Inspector inspector = new Inspector(
                    cell(row, "id"), cell(row, "unit"), parts(cell(row, "domains")), parts(cell(row, "divisions")));
            if (inspectors.putIfAbsent(inspector.id(), inspector) != null) {
                list.fault(row, "each inspector stands in one row; '" + inspector.id() + "' stands in another too");
            }
        }
        list.refuseIfFaulty();
        return List.copyOf(inspectors.values());
    }

    /**
     * From which businesses an inspector stands back: columns {@code inspector}, {@code entity}; others do no harm.
     *
     * @param people those that there are
     * @throws Refusal with every fault of the file
     */
    static Map<String, Set<String>> avoidance(Path file, List<Inspector> people) throws IOException {
        Lists list = new Lists(file);
        Set<String> known = people.stream().map(Inspector::id).collect(Collectors.toSet());
        Map<String, Set<String>> avoided = new HashMap<>();
        for (Row row : list.rows(List.of("inspector", "entity"), 2)) {
            String inspector = cell(row, "inspector");
            if (!known.contains(inspector)) {
                list.fault(row, "'inspector' is one of the inspectors' file; got '" + inspector + "'");
            }
            avoided.computeIfAbsent(inspector, id -> new HashSet<>()).add(cell(row, "entity"));
        }
        list.refuseIfFaulty();
        return avoided;
    }

    /**
     * Objects of key supervision: column {@code entity}; others do no harm.
     *
     * @throws Refusal with every fault of the file
     */
    static Set<String> keyObjects(Path file) throws IOException {
        Lists list = new Lists(file);
        Set<String> ids = new TreeSet<>();
        list.rows(List.of("entity"), 1).forEach(row -> ids.add(cell(row, "entity")));
        list.refuseIfFaulty();
        return ids;
    }

    /** The rows that can be used; the first columns must be filled. */
    private List<Row> rows(List<String> columns, int filled) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refusal("there is no file " + file + " to read");
        }
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = RowReader.open(file, CSV)) {
            List<String> header = reader.header();
            List<String> missing = columns.stream()
                    .filter(column -> header == null || !header.contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw new Refusal(file + " begins with a header with the columns " + String.join(", ", columns)
                        + "; missing are " + String.join(", ", missing));
            }
            for (Row row = reader.next(); row != null; row = reader.next()) {
                Row found = row;
                if (found.damage() != null) {
                    fault(found, found.damage());
                } else if (columns.stream()
                        .limit(filled)
                        .anyMatch(column -> cell(found, column).isEmpty())) {
                    fault(found, "the columns " + columns.subList(0, filled) + " are filled; got an empty one");
                } else {
                    rows.add(found);
                }
            }
        } catch (UnreadableFile e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
        return rows;
    }

    private void fault(Row row, String reason) {
        faults.add("  " + file + ":" + row.line() + ": " + reason);
    }

    private void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            throw new Refusal(
                    file + " has faults:" + System.lineSeparator() + String.join(System.lineSeparator(), faults));
        }
    }

    private static String cell(Row row, String column) {
        return String.valueOf(row.values().get(column)).strip();
    }

    private static Set<String> parts(String cell) {
        return Stream.of(cell.split("[;；]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toSet());
    }
}
