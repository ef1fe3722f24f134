package dev.forewarn.engine.cel;

import dev.cel.common.ast.CelExpr;
import dev.forewarn.core.indicator.DayCondition;
import java.util.ArrayList;
import java.util.List;

/** What a term of a day condition looks at, its names looked up. */
sealed interface DayTerm {

    /** A reading, by its position. */
    record OfReading(int position) implements DayTerm {}

    /** The score of a scheme, by its position. */
    record OfScore(int scheme) implements DayTerm {}

    /** How much a score has risen. */
    record OfRise(DayCondition.Rise rise) implements DayTerm {}

    /** Whether the fused class of a scheme's domain is at least as bad as a rank. */
    record OfClass(int scheme, int rank) implements DayTerm {}

    /** What tells a term from the others of its expression: its function and its names. */
    static List<String> keyOf(CelExpr term) {
        return keyOf(term.call().function(), Checked.namesOf(term));
    }

    static List<String> keyOf(String function, List<String> names) {
        List<String> key = new ArrayList<>(names);
        key.add(0, function);
        return key;
    }
}
