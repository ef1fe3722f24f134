package dev.forewarn.core.handling;

import dev.forewarn.core.indicator.Label;

/**
 * What people may find behind an alert. The shipped list is that of section 5.4 of the field report.
 *
 * @param id name in messages
 * @param meaning what it says of the alert
 * @param factType type of the fact that it becomes, such as {@code case.filed}; empty if it becomes none
 */
public record Outcome(String id, Label name, Meaning meaning, String factType) {

    /** Given by the engine to an alert that nobody took up. */
    public static final String UNHANDLED = "unhandled";

    /** Given by the engine to an alert that ended while nobody wanted to hear of it. */
    public static final String SUPPRESSED = "suppressed";

    /** What an outcome says of the alert in the figures of precision. */
    public enum Meaning {
        /** There was something. */
        CONFIRMED,
        /** There was nothing. */
        REFUTED,
        /** Nobody could tell. */
        UNKNOWN,
        /** Neither: a reminder that did its work, a duplicate, one for another authority. */
        EXCLUDED
    }

    public boolean hasFact() {
        return !factType.isEmpty();
    }
}
