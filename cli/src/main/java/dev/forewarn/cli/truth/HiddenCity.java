package dev.forewarn.cli.truth;

import dev.forewarn.city.Truth;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.rows.Row;
import dev.forewarn.cli.rows.RowFormat;
import dev.forewarn.cli.rows.RowReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What no event of a simulated city says, from the file that {@code simulate} writes beside the events. */
public final class HiddenCity {

    private static final int FAULTS_TOLD = 20;
    private static final Set<String> CAUSES = Set.of("quality", "conduct", "finance");

    private final Map<String, Past> pasts = new HashMap<>();

    private HiddenCity() {}

    /**
     * Reads a file of the truth.
     *
     * @throws Refusal if it is not there or has faults, with the lines and what is wrong with them
     */
    public static HiddenCity read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refusal("there is no file " + file
                    + " with the truth of a city; 'forewarn simulate --out city.avro' writes city.avro.truth.csv");
        }
        HiddenCity city = new HiddenCity();
        List<String> faults = new ArrayList<>();
        RowFormat format = new RowFormat(RowFormat.Kind.CSV, StandardCharsets.UTF_8, ',');
        try (RowReader rows = RowReader.open(file, format)) {
            List<String> header = rows.header();
            if (header == null || !String.join(",", header).equals(Truth.CSV_HEADER)) {
                throw new Refusal(file + " is no truth of a city: its first line must be '" + Truth.CSV_HEADER
                        + "'; got '" + (header == null ? "" : String.join(",", header)) + "'");
            }
            for (Row row = rows.next(); row != null; row = rows.next()) {
                city.take(row, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(file + " has " + faults.size() + " faults:" + System.lineSeparator()
                    + String.join(System.lineSeparator(), faults.subList(0, Math.min(FAULTS_TOLD, faults.size()))));
        }
        return city;
    }

    private void take(Row row, List<String> faults) {
        Map<String, String> values = row.values();
        List<String> found = new ArrayList<>();
        if (row.damage() != null) {
            faults.add("  line " + row.line() + ": " + row.damage());
            return;
        }
        String what = values.getOrDefault("what", "");
        boolean isEpisode = "episode".equals(what);
        if (!isEpisode && !"proneness".equals(what)) {
            found.add("'what' is proneness or episode; got '" + what + "'");
        }
        Integer from = day(values.getOrDefault("from", ""));
        if (from == null) {
            found.add("'from' is a day as in 2025-03-01; got '" + values.get("from") + "'");
        }
        String end = values.getOrDefault("until", "");
        Integer until = end.isEmpty() ? Integer.valueOf(Integer.MAX_VALUE) : day(end);
        if (until == null) {
            found.add("'until' is a day or empty; got '" + end + "'");
        }
        Float level = number(values.getOrDefault("level", ""));
        if (level == null) {
            found.add("'level' is a positive number; got '" + values.get("level") + "'");
        }
        String cause = values.getOrDefault("cause", "");
        if (isEpisode && !CAUSES.contains(cause)) {
            found.add("'cause' of an episode is one of "
                    + CAUSES.stream().sorted().toList() + "; got '" + cause + "'");
        }
        if (from == null || until == null || level == null || !found.isEmpty()) {
            found.forEach(fault -> faults.add("  line " + row.line() + ": " + fault));
            return;
        }
        Past past = pasts.computeIfAbsent(
                values.getOrDefault("entity_id", ""), id -> new Past("true".equals(values.get("silent"))));
        Past.Span span = new Past.Span(from, until, level, cause.intern());
        if (isEpisode) {
            past.addEpisode(span);
        } else {
            past.addYear(span);
        }
    }

    private static @Nullable Integer day(String text) {
        try {
            return (int) LocalDate.parse(text).toEpochDay();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Float number(String text) {
        try {
            float value = Float.parseFloat(text);
            return value > 0 && Float.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    Set<String> entities() {
        return pasts.keySet();
    }

    @Nullable
    Past of(String entityId) {
        return pasts.get(entityId);
    }

    Collection<Past> pasts() {
        return pasts.values();
    }
}
