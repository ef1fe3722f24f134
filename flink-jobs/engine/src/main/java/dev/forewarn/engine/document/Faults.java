package dev.forewarn.engine.document;

import java.util.List;
import java.util.TreeSet;

/** Collects the faults of all files of one reading, so that a user sees them at once. */
public final class Faults {

    /** More are not kept: a file of nothing but faults must not fill the memory. */
    public static final int MOST = 1000;

    private final TreeSet<Fault> faults = new TreeSet<>();

    public void add(Place place, String reason) {
        if (faults.size() < MOST) {
            faults.add(Fault.at(place, reason));
        }
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Number of different faults, at most {@link #MOST}. */
    public int count() {
        return faults.size();
    }

    /** Each fault once, by file, line and column. */
    public List<Fault> sorted() {
        return List.copyOf(faults);
    }
}
