package dev.forewarn.core.fact;

/** How two numbers are compared. */
public enum Comparison {
    LESS,
    AT_MOST,
    EQUAL,
    NOT_EQUAL,
    AT_LEAST,
    MORE;

    /** Whether the comparison holds, given the sign of left minus right. */
    public boolean holds(int sign) {
        return switch (this) {
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case AT_LEAST -> sign >= 0;
            case MORE -> sign > 0;
        };
    }
}
