package dev.forewarn.cli.truth;

import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The headline class of each business month by month; only the months in which it changed are kept. */
public final class ClassHistory {

    private final Map<String, TreeMap<Integer, String>> changes = new HashMap<>();

    /** Takes the class of a month, which must not be before one that was taken of the same business. */
    public void put(String entityId, YearMonth month, String label) {
        TreeMap<Integer, String> own = changes.computeIfAbsent(entityId, id -> new TreeMap<>());
        Map.Entry<Integer, String> last = own.lastEntry();
        if (last == null || !last.getValue().equals(label)) {
            own.put(number(month), label);
        }
    }

    /** The class at the end of a month; null if the business had not been classified by then. */
    @Nullable
    String at(String entityId, YearMonth month) {
        TreeMap<Integer, String> own = changes.get(entityId);
        Map.Entry<Integer, String> found = own == null ? null : own.floorEntry(number(month));
        return found == null ? null : found.getValue();
    }

    private static int number(YearMonth month) {
        return (int) month.getLong(ChronoField.PROLEPTIC_MONTH);
    }
}
