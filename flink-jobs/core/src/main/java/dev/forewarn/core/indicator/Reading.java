package dev.forewarn.core.indicator;

import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Horizon;
import java.util.Arrays;
import java.util.List;

/**
 * A number read on one day, and how time alone will change it: by {@code slope} a day until {@code nextDay}, when it
 * must be read anew. A slot that is filled again and again, so that reading makes no garbage.
 */
public final class Reading {

    long value = Exact.ABSENT;
    /** Whether the number is a little more than its four places say: quotients are cut off, not rounded. */
    boolean hasRest;

    int slope;
    int nextDay = Horizon.NEVER;
    /** Facts counted at each step of the decay; only kept for {@link Aggregate#COUNT}. */
    final int[] tierCounts;

    Reading(int tiers) {
        this.tierCounts = new int[tiers];
    }

    /** The number scaled by 10⁻⁴, or {@link Exact#ABSENT}. */
    public long value() {
        return value;
    }

    /** Facts counted at each step of the decay; zeros unless facts are counted. */
    public List<Integer> counted() {
        return Arrays.stream(tierCounts).boxed().toList();
    }

    public boolean isPresent() {
        return value != Exact.ABSENT;
    }

    /** How a number that is present stands to a constant scaled by 10⁻⁴, exactly, also where it is a quotient. */
    public int compareTo(long constant) {
        int order = Long.compare(value, constant);
        return order == 0 && hasRest ? 1 : order;
    }

    /** How much the number grows from one day to the next: 1, 0 or −1 (in whole units). */
    public int slope() {
        return slope;
    }

    /** The next day on which the number changes otherwise than by its slope. */
    public int nextDay() {
        return nextDay;
    }

    /** Says when, at the earliest, the number's relation to a constant (smaller, equal, larger) may change. */
    public void watch(long constant, int today, Horizon horizon) {
        horizon.on(nextDay);
        if (slope == 0 || value == Exact.ABSENT) {
            return;
        }
        long gap = slope > 0 ? constant - value : value - constant;
        if (gap >= 0) {
            // Touching the constant and leaving it again are two changes; the first to come counts.
            long days = gap == 0 ? 1 : Math.floorDiv(gap + Exact.ONE - 1, Exact.ONE);
            horizon.on((int) Math.min(Horizon.NEVER, today + days));
        }
    }

    void reset() {
        value = Exact.ABSENT;
        hasRest = false;
        slope = 0;
        nextDay = Horizon.NEVER;
        Arrays.fill(tierCounts, 0);
    }

    /** Sets the number to a quotient. */
    void divide(long dividend, long divisor) {
        value = Exact.quotient(dividend, divisor);
        hasRest = Exact.hasRest(dividend, divisor);
    }

    /** Sets the number to 1 or 0 until a day. */
    public void set(boolean isTrue, int untilDay) {
        reset();
        value = isTrue ? Exact.ONE : 0;
        nextDay = untilDay;
    }

    void until(int day) {
        nextDay = Math.min(nextDay, day);
    }
}
