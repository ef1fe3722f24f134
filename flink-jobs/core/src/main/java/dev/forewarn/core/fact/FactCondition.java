package dev.forewarn.core.fact;

import dev.forewarn.core.time.Exact;
import java.util.List;
import java.util.Set;

/** A condition on one fact. A number that the fact lacks makes every comparison with it false. */
public sealed interface FactCondition {

    /** Takes every fact. */
    FactCondition ALWAYS = new All(List.of());

    boolean test(Fact fact);

    /** Whether a text is among some words. */
    record TextIn(TextTerm term, Set<String> words) implements FactCondition {
        public TextIn {
            words = Set.copyOf(words);
        }

        @Override
        public boolean test(Fact fact) {
            return words.contains(term.of(fact));
        }
    }

    /** Whether a number stands in a relation to a constant scaled by 10⁻⁴. */
    record NumberIs(NumberTerm term, Comparison comparison, long constant) implements FactCondition {
        @Override
        public boolean test(Fact fact) {
            long value = term.of(fact);
            return value != Exact.ABSENT && comparison.holds(Long.compare(value, constant));
        }
    }

    /** Whether all parts hold; true if there are none. */
    record All(List<FactCondition> parts) implements FactCondition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean test(Fact fact) {
            for (FactCondition part : parts) {
                if (!part.test(fact)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether any part holds; false if there are none. */
    record Any(List<FactCondition> parts) implements FactCondition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean test(Fact fact) {
            for (FactCondition part : parts) {
                if (part.test(fact)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether a part does not hold. */
    record Not(FactCondition part) implements FactCondition {
        @Override
        public boolean test(Fact fact) {
            return !part.test(fact);
        }
    }

    /** A condition that only its language can evaluate; pure and total. */
    non-sealed interface Opaque extends FactCondition {}
}
