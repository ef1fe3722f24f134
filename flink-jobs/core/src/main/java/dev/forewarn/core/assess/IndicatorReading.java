package dev.forewarn.core.assess;

import java.util.List;

/**
 * What one indicator read on a day, before points were earned.
 *
 * @param domain of its scheme
 * @param value the reading scaled by 10⁻⁴, or {@link dev.forewarn.core.time.Exact#ABSENT}
 * @param counted facts counted at each step of the decay, where the reading counts facts, else zeros
 */
public record IndicatorReading(String domain, String id, long value, List<Integer> counted) {

    public IndicatorReading {
        counted = List.copyOf(counted);
    }
}
