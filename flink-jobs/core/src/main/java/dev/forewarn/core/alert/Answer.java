package dev.forewarn.core.alert;

/** What came of a step that a person took. */
public sealed interface Answer {

    /**
     * It was taken.
     *
     * @param before the alert before it
     * @param change what it changed
     */
    record Taken(AlertState before, AlertChange change) implements Answer {}

    /** It had been taken already: the message came twice. */
    record Repeated() implements Answer {}

    /**
     * It was not taken.
     *
     * @param detail why, and what may be done
     */
    record Refused(Reason reason, String detail) implements Answer {}

    /** Why a step is not taken. */
    enum Reason {
        /** No such alert is remembered. */
        UNKNOWN_ALERT,
        /** The alert has changed since the person saw it. */
        STALE,
        /** The state of the alert does not allow it. */
        IMPOSSIBLE,
        /** Something that the step needs is missing or wrong. */
        INCOMPLETE
    }
}
