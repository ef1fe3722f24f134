package dev.forewarn.core.alert;

/** What made something change. */
public enum Cause {
    /** A message about the entity. */
    EVENT,
    /** Time alone. */
    TIME,
    /** Another catalogue. */
    RULE_CHANGE,
    /** The first publication of what history had already brought about. */
    SNAPSHOT
}
