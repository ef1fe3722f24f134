package dev.forewarn.cli.replay;

import dev.forewarn.cli.mapping.RowFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of the rows of a file: each is mapped, skipped or rejected. */
public final class Tally {

    private final String file;
    private final String mapping;
    private long rows;
    private long rejected;
    private long skipped;
    private long outside;
    private final SortedMap<String, Long> eventsByType = new TreeMap<>();
    private final SortedMap<String, Long> skippedByReason = new TreeMap<>();
    private final Map<String, Refusals> refusals = new LinkedHashMap<>();

    Tally(String file, String mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    /**
     * Rows that were refused at one place of the mapping.
     *
     * @param at place in the mapping, empty if it has no part in it
     * @param example reason of the first of them
     */
    public record Refusals(String field, String at, String example, long rows) {}

    void addRow() {
        rows++;
    }

    void addEvent(String type) {
        eventsByType.merge(type, 1L, Long::sum);
    }

    void addOutside() {
        outside++;
    }

    void addSkipped(String reason) {
        skipped++;
        skippedByReason.merge(reason, 1L, Long::sum);
    }

    void addRejected(List<RowFault> faults) {
        rejected++;
        for (RowFault fault : faults) {
            String at = fault.place() == null ? "" : fault.place().toString();
            refusals.merge(
                    fault.field() + "@" + at,
                    new Refusals(fault.field(), at, fault.reason(), 1),
                    (old, one) -> new Refusals(old.field(), old.at(), old.example(), old.rows() + 1));
        }
    }

    public String file() {
        return file;
    }

    /** Name of the mapping. */
    public String mapping() {
        return mapping;
    }

    public long rows() {
        return rows;
    }

    /** Events that will be replayed. */
    public long events() {
        return eventsByType.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rows that could not be mapped. */
    public long rejected() {
        return rejected;
    }

    /** Rows that the mapping leaves out on purpose. */
    public long skipped() {
        return skipped;
    }

    /** Events that became known before or after the period asked for. */
    public long outside() {
        return outside;
    }

    public SortedMap<String, Long> eventsByType() {
        return new TreeMap<>(eventsByType);
    }

    public SortedMap<String, Long> skippedByReason() {
        return new TreeMap<>(skippedByReason);
    }

    /** Why rows were rejected, the most frequent first; a row with several faults counts in each. */
    public List<Refusals> refusals() {
        List<Refusals> sorted = new ArrayList<>(refusals.values());
        sorted.sort(Comparator.comparingLong(Refusals::rows).reversed());
        return sorted;
    }
}
