package dev.forewarn.core.time;

/** Collects the earliest day on which a result would change if no further event came. */
public final class Horizon {

    /** No day: the result never changes by time alone. */
    public static final int NEVER = Integer.MAX_VALUE;

    private int day = NEVER;

    /** Says that something may change on a day (days since 1970-01-01). */
    public void on(int candidate) {
        if (candidate < day) {
            day = candidate;
        }
    }

    /** The earliest day said since the last reset, or {@link #NEVER}. */
    public int day() {
        return day;
    }

    /** Forgets all days. */
    public void reset() {
        day = NEVER;
    }
}
