package dev.forewarn.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The facts that a condition rests on: the newest few of them and how many there are.
 *
 * @param cited at most {@link #LIMIT}, newest first
 */
public record Evidence(List<Cited> cited, int count) {

    /** How many facts an alert names. */
    public static final int LIMIT = 16;

    public static final Evidence NONE = new Evidence(List.of(), 0);

    private static final Comparator<Cited> NEWEST_FIRST = Comparator.comparingLong(
                    (Cited cited) -> cited.fact().occurredAtMs())
            .reversed()
            .thenComparing(Cited::type)
            .thenComparing(cited -> cited.fact().recordKey());

    public Evidence {
        cited = List.copyOf(cited);
    }

    /** Keeps the newest; ties by type and record key. */
    public static Evidence of(List<Cited> all) {
        return ofDistinct(all.stream().distinct().toList());
    }

    /** As {@link #of}, for facts of which none is there twice. */
    public static Evidence ofDistinct(List<Cited> all) {
        if (all.isEmpty()) {
            return NONE;
        }
        List<Cited> sorted = new ArrayList<>(all);
        sorted.sort(NEWEST_FIRST);
        return new Evidence(sorted.subList(0, Math.min(LIMIT, sorted.size())), sorted.size());
    }

    List<Long> keys() {
        return cited.stream().map(Cited::key).toList();
    }
}
