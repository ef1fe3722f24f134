package dev.forewarn.core.oracle;

import dev.forewarn.core.fact.Comparison;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.time.Exact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What terms and conditions say about one fact. */
final class PlainTerms {

    private PlainTerms() {}

    /** The text of a term, empty where there is none. */
    static String text(TextTerm term, PlainFact fact) {
        @Nullable
        String found = switch (term.kind()) {
            case ATTRIBUTE -> fact.attribute(term.name());
            case ATTRIBUTE_OR_SUBJECT -> {
                @Nullable String given = fact.attribute(term.name());
                yield given == null || given.isEmpty() ? fact.event().subject() : given;
            }
            case SEVERITY -> fact.event().severity();
            case SUBJECT -> fact.event().subject();
            case SOURCE -> fact.event().source();
            case RECORD_KEY -> fact.recordKey();
            case SUBJECT_OR_KEY -> subjectOrKey(fact);
        };
        return found == null ? "" : found;
    }

    private static String subjectOrKey(PlainFact fact) {
        @Nullable String subject = fact.event().subject();
        return subject == null || subject.isEmpty() ? fact.recordKey() : subject;
    }

    /** The number of a term in plain units, or null. */
    static @Nullable BigDecimal number(NumberTerm term, PlainFact fact) {
        if (term instanceof NumberTerm.Amount) {
            @Nullable Long minor = fact.event().amountMinor();
            return minor == null ? null : BigDecimal.valueOf(minor, 2);
        }
        if (term instanceof NumberTerm.ByText byText) {
            long scaled = byText.values().getOrDefault(text(byText.by(), fact), byText.other());
            return scaled == Exact.ABSENT ? null : BigDecimal.valueOf(scaled, 4);
        }
        @Nullable Long scaled = fact.number(((NumberTerm.Named) term).name());
        return scaled == null ? null : BigDecimal.valueOf(scaled, 4);
    }

    static boolean holds(FactCondition condition, PlainFact fact) {
        if (condition instanceof FactCondition.TextIn in) {
            return in.words().contains(text(in.term(), fact));
        }
        if (condition instanceof FactCondition.NumberIs is) {
            @Nullable BigDecimal number = number(is.term(), fact);
            return number != null && compares(number, is.comparison(), BigDecimal.valueOf(is.constant(), 4));
        }
        if (condition instanceof FactCondition.All all) {
            return all.parts().stream().allMatch(part -> holds(part, fact));
        }
        if (condition instanceof FactCondition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, fact));
        }
        if (condition instanceof FactCondition.Not not) {
            return !holds(not.part(), fact);
        }
        if (condition instanceof OpaqueFactCondition opaque) {
            return opaque.holds(text(opaque.term(), fact));
        }
        throw new IllegalArgumentException("the oracle does not know the condition " + condition);
    }

    static boolean compares(BigDecimal left, Comparison comparison, BigDecimal right) {
        return compares(left.compareTo(right), comparison);
    }

    /** Whether a comparison takes a sign: below 0 for less, above for more. */
    static boolean compares(int sign, Comparison comparison) {
        return switch (comparison) {
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case AT_LEAST -> sign >= 0;
            case MORE -> sign > 0;
        };
    }
}
