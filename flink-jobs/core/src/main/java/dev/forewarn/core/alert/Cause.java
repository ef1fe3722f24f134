package dev.forewarn.core.alert;

/** What made something change. Stored by code; codes are never changed. */
public enum Cause {
    /** A message about the entity. */
    EVENT(1),
    /** Time alone. */
    TIME(2),
    /** Another catalogue. */
    RULE_CHANGE(3),
    /** The first publication of what history had already brought about. */
    SNAPSHOT(4);

    private final int code;

    Cause(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Cause ofCode(int code) {
        for (Cause cause : values()) {
            if (cause.code == code) {
                return cause;
            }
        }
        throw new IllegalStateException("a cause has the code " + code + "; this version knows 1 to 4");
    }
}
