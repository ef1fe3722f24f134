package dev.forewarn.core.oracle;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number read on one day.
 *
 * @param value null where there is none
 * @param counted the facts that it was read from
 */
record PlainReading(@Nullable BigDecimal value, List<Counted> counted) {

    /**
     * A fact that takes part.
     *
     * @param tier position of the step of the decay that it falls in
     */
    record Counted(PlainFact fact, int tier) {}
}
