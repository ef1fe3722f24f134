package dev.forewarn.core.indicator;

/**
 * How the facts of a measure become one number on a day. All read winning, not retracted facts that the measure takes,
 * whose day lies in the window and is not after today. The names in catalogues are the constants in lower case.
 */
public enum Aggregate {
    /** Number of facts, each times its decay. */
    COUNT,
    /**
     * Sum of values; each step of the decay is summed first, then weighed and rounded. Facts without a value add
     * nothing.
     */
    SUM,
    /** Largest value, each times its decay; absent without values. */
    MAX,
    /** Smallest value, without decay; absent without values. */
    MIN,
    /**
     * Value of the newest fact that has one (by instant of occurrence, then by record key, then type), times its decay.
     */
    LAST,
    /** Number of different subjects. */
    DISTINCT,
    /** Number of facts that have not ended. */
    ACTIVE,
    /** Days since the newest fact that has not ended; absent if there is none. */
    DAYS_SINCE,
    /**
     * Days to the nearest deadline, today or later, of a fact that has not ended: its due day, else its last; absent if
     * none.
     */
    DAYS_TO,
    /** Days by which the oldest missed due day of a fact that has not ended lies back; 0 if none is missed. */
    OVERDUE_DAYS,
    /** Number of facts whose due day was missed: they ended after it, or it is over and they have not ended. */
    LATE,
    /**
     * Of the facts counted, the share that another measure takes as well, a prior added; absent below a least count.
     */
    RATIO,
    /**
     * Value of the newest fact that has one divided by that of the oldest; absent below two, or if that is not above 0.
     */
    GROWTH,
    /** Number of facts in the short window divided by the number that was to be expected; absent if that is 0. */
    EXCESS,
    /** Number of facts in the short window if that is beyond chance, else 0. */
    BURST,
    /** Consecutive years, up to the newest that was due, whose duty nothing has fulfilled. */
    MISSED_YEARS,
    /** Days since the due day of the oldest of these years; 0 if there is none. */
    MISSED_DAYS,
    /** 1 while a condition on other readings holds, else 0; reads no measure of its own. */
    PATTERN;

    /** Whether the aggregate reads only facts that have not ended. */
    public boolean isOfOpenFacts() {
        return switch (this) {
            case ACTIVE, DAYS_SINCE, DAYS_TO, OVERDUE_DAYS -> true;
            default -> false;
        };
    }

    /** Whether the aggregate reads the measure's value. */
    public boolean needsValue() {
        return switch (this) {
            case SUM, MAX, MIN, LAST, GROWTH -> true;
            default -> false;
        };
    }

    /** Whether older facts may count less: the aggregate knows what a part of a fact is. */
    public boolean canDecay() {
        return switch (this) {
            case COUNT, SUM, MAX, LAST -> true;
            default -> false;
        };
    }

    /** Whether the aggregate may be worked out for each subject by itself. */
    public boolean canGroup() {
        return switch (this) {
            case COUNT, SUM, MAX, MIN, LAST, DISTINCT, ACTIVE -> true;
            default -> false;
        };
    }
}
