package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** What each indicator that counts for the entity reads on a day, in the catalogue's order. */
    static List<IndicatorReading> of(DayAssessment day) {
        Set<Indicator> left = new HashSet<>();
        for (IndicatorPlace place : day.plan().places().conditional()) {
            if (!day.facts().applies(place.appliesBit())) {
                left.add(place.indicator());
            }
        }
        List<IndicatorReading> found = new ArrayList<>();
        List<Scheme> schemes = day.plan().catalogue().schemes();
        for (int s = 0; s < schemes.size(); s++) {
            Scheme scheme = schemes.get(s);
            for (Indicator indicator : day.standsIn(s) ? scheme.indicators() : List.<Indicator>of()) {
                if (!left.contains(indicator)) {
                    Reading reading = day.reading(indicator.reading());
                    found.add(
                            new IndicatorReading(scheme.domain(), indicator.id(), reading.value(), reading.counted()));
                }
            }
        }
        return found;
    }
}
