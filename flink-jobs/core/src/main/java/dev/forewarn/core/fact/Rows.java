package dev.forewarn.core.fact;

import java.util.Arrays;

/** The rows of one type, sorted by record key. */
public final class Rows {

    private static final Fact[] NONE = new Fact[0];

    /** No rows. */
    public static final Rows EMPTY = new Rows("", NONE, 0);

    private final String type;
    private Fact[] facts;
    private int size;

    Rows(String type, Fact[] facts, int size) {
        this.type = type;
        this.facts = facts;
        this.size = size;
    }

    public String type() {
        return type;
    }

    public int size() {
        return size;
    }

    public Fact get(int index) {
        return facts[index];
    }

    Applied apply(Fact version) {
        int found = find(version);
        if (found < 0) {
            insert(-found - 1, version);
            return Applied.NEW;
        }
        Fact kept = facts[found];
        int order = version.compareStamp(kept);
        Fact winner = order > 0 ? version : kept;
        // The record became known with its earliest version, whichever of them wins and in whatever order they came.
        long first = Math.min(version.firstRecordedAtMs(), kept.firstRecordedAtMs());
        facts[found] = winner.firstRecordedAtMs() == first ? winner : winner.withFirstRecordedAt(first);
        return order > 0 ? Applied.NEWER : order < 0 ? Applied.OLDER : Applied.DUPLICATE;
    }

    void set(int index, Fact fact) {
        facts[index] = fact;
    }

    void remove(int index) {
        System.arraycopy(facts, index + 1, facts, index, size - index - 1);
        size--;
    }

    private void insert(int index, Fact fact) {
        if (size == facts.length) {
            facts = Arrays.copyOf(facts, Math.max(4, size + size / 2));
        }
        System.arraycopy(facts, index, facts, index + 1, size - index);
        facts[index] = fact;
        size++;
    }

    private int find(Fact version) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = facts[middle].compareKey(version);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
