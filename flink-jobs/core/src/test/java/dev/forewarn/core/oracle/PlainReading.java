package dev.forewarn.core.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number read on one day: a quotient, so that no comparison depends on where its digits are cut off.
 *
 * @param dividend null where there is no number
 * @param divisor above 0; 1 for whole and decimal numbers
 * @param counted the facts that it was read from, with their steps
 * @param evidence the facts that it rests on
 */
record PlainReading(
        @Nullable BigDecimal dividend, BigDecimal divisor, List<Counted> counted, List<PlainFact> evidence) {

    /** A number that rests on all facts that it was read from. */
    static PlainReading of(@Nullable BigDecimal value, List<Counted> counted) {
        return new PlainReading(value, BigDecimal.ONE, counted, facts(counted));
    }

    PlainReading restingOn(List<Counted> others) {
        return new PlainReading(dividend, divisor, counted, facts(others));
    }

    static List<PlainFact> facts(List<Counted> counted) {
        return counted.stream().map(Counted::fact).toList();
    }

    /** The number cut off after four places; null where there is none. */
    @Nullable
    BigDecimal value() {
        return dividend == null ? null : dividend.divide(divisor, 4, RoundingMode.FLOOR);
    }

    boolean isPresent() {
        return dividend != null;
    }

    /** How the whole number, nothing cut off, stands to another. */
    int compareTo(BigDecimal other) {
        return Objects.requireNonNull(dividend).compareTo(other.multiply(divisor));
    }

    /**
     * A fact that takes part.
     *
     * @param tier position of the step of the decay that it falls in
     */
    record Counted(PlainFact fact, int tier) {}
}
