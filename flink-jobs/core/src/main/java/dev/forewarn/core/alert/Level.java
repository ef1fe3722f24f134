package dev.forewarn.core.alert;

import org.jspecify.annotations.Nullable;

/** How urgent an alert is, from the least to the most. Stored by code; codes are never changed. */
public enum Level {
    BLUE(1),
    YELLOW(2),
    ORANGE(3),
    RED(4);

    private final int code;

    Level(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Level ofCode(int code) {
        for (Level level : values()) {
            if (level.code == code) {
                return level;
            }
        }
        throw new IllegalStateException("an alert level has the code " + code + "; this version knows 1 to 4");
    }

    /** The higher of two levels; null if there is neither. */
    public static @Nullable Level higher(@Nullable Level one, @Nullable Level other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }
}
