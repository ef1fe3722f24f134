package dev.forewarn.core.fact;

import dev.forewarn.core.time.Exact;

/**
 * A number that is read from a fact, scaled by 10⁻⁴.
 *
 * @param name the number's name where the kind is {@link Kind#NUMBER}, else empty
 */
public record NumberTerm(Kind kind, String name) {

    /** Where the number stands. */
    public enum Kind {
        NUMBER,
        /** Money in major units (yuan, dollars). */
        AMOUNT
    }

    /** The amount of money, in major units. */
    public static final NumberTerm AMOUNT = new NumberTerm(Kind.AMOUNT, "");

    public static NumberTerm number(String name) {
        return new NumberTerm(Kind.NUMBER, name);
    }

    /** The number, or {@link Exact#ABSENT}. */
    public long of(Fact fact) {
        return switch (kind) {
            case NUMBER -> fact.number(name);
            case AMOUNT -> ofMinor(fact.amountMinor());
        };
    }

    // A minor unit is a hundredth, so 10⁻⁴ of a major one a hundred times.
    private static long ofMinor(long minor) {
        if (minor == Exact.ABSENT) {
            return Exact.ABSENT;
        }
        return Math.max(-Exact.LIMIT, Math.min(Exact.LIMIT, saturated(minor)));
    }

    private static long saturated(long minor) {
        long limit = Exact.LIMIT / 100;
        return minor > limit ? Exact.LIMIT : minor < -limit ? -Exact.LIMIT : minor * 100;
    }
}
