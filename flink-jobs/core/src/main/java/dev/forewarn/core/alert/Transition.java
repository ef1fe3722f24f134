package dev.forewarn.core.alert;

/** One step in the life of an alert. */
public enum Transition {
    RAISED,
    ESCALATED,
    EASED,
    /** The month-end class confirmed a crossing: a mark, not an end. */
    CLASSIFIED,
    CLEARED,
    /** The rule, asked about the day of opening on the facts as now known, does not hold. */
    WITHDRAWN
}
