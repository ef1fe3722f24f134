package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selection of facts.
 *
 * @param name unique among the measures of a catalogue
 * @param on types of the facts that it takes, at least one
 * @param ends types of the facts that end one of them; empty if nothing but the fact's own end does
 * @param match which ending ends which fact
 * @param where the facts that it takes; does not apply to endings
 * @param value the number that sums and extremes read; null where the measure is only counted
 * @param subject what the fact is about: pairs endings with openings and tells distinct facts apart
 */
public record Measure(
        String name,
        List<String> on,
        List<String> ends,
        Match match,
        FactCondition where,
        @Nullable NumberTerm value,
        TextTerm subject) {

    public Measure {
        on = List.copyOf(on);
        ends = List.copyOf(ends);
        if (on.isEmpty()) {
            throw new IllegalArgumentException("measure '" + name + "' takes no type of fact");
        }
    }

    /** Which ending ends which fact. */
    public enum Match {
        /** One about the same subject. */
        SUBJECT,
        /** Any. */
        ALL
    }
}
