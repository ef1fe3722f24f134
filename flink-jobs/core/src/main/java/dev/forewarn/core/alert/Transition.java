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
    WITHDRAWN,
    /** The condition holds again while people are still at work on it. */
    RESUMED,
    /** A person took a step. */
    HANDLED,
    /** A deadline has been missed: somebody else hears of it. */
    OVERDUE,
    /** Nobody has taken it up for so long that it is closed. */
    UNHANDLED,
    /** The time is over in which nobody wanted to hear of it. */
    UNSUPPRESSED
}
