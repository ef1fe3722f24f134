package dev.forewarn.core.fact;

import dev.forewarn.core.time.Exact;
import java.util.Map;

/** A number that is read from a fact, scaled by 10⁻⁴. */
public sealed interface NumberTerm {

    /** The amount of money, in major units (yuan, dollars). */
    NumberTerm AMOUNT = new Amount();

    static NumberTerm number(String name) {
        return new Named(name);
    }

    /** The number, or {@link Exact#ABSENT}. */
    long of(Fact fact);

    /** One of the fact's numbers. */
    record Named(String name) implements NumberTerm {
        @Override
        public long of(Fact fact) {
            return fact.number(name);
        }
    }

    /** Money in major units. */
    record Amount() implements NumberTerm {

        // A minor unit is a hundredth, so 10⁻⁴ of a major one a hundred times.
        @Override
        public long of(Fact fact) {
            long minor = fact.amountMinor();
            if (minor == Exact.ABSENT) {
                return Exact.ABSENT;
            }
            long limit = Exact.LIMIT / 100;
            return minor > limit ? Exact.LIMIT : minor < -limit ? -Exact.LIMIT : minor * 100;
        }
    }

    /**
     * A number for each word that a text may be.
     *
     * @param values scaled by 10⁻⁴
     * @param other for all other texts, the empty one included; {@link Exact#ABSENT} if they have none
     */
    record ByText(TextTerm by, Map<String, Long> values, long other) implements NumberTerm {
        public ByText {
            values = Map.copyOf(values);
        }

        @Override
        public long of(Fact fact) {
            return values.getOrDefault(by.of(fact), other);
        }
    }
}
