package dev.forewarn.core.assess;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.MeasurePlan;
import dev.forewarn.core.indicator.ReadingPlan;
import dev.forewarn.core.indicator.ReadingSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which types of facts each reading looks at: where an entity has none of them, it reads nothing. */
final class ReadingTypes {

    private final Plan plan;
    private final List<BitSet> types = new ArrayList<>();

    /** @throws IllegalArgumentException if patterns look at each other in a circle */
    ReadingTypes(Plan plan) {
        this.plan = plan;
        for (int r = 0; r < plan.catalogue().readings().size(); r++) {
            types.add(typesOf(r, new TreeSet<>()));
        }
    }

    /** Positions of the types of a reading. */
    List<Integer> of(int reading) {
        return types.get(reading).stream().boxed().toList();
    }

    /** Positions of the types of some readings together. */
    BitSet of(Collection<Integer> readings) {
        BitSet all = new BitSet();
        readings.forEach(reading -> all.or(types.get(reading)));
        return all;
    }

    /** Positions of the measures whose facts a reading takes; those of a pattern are those of the readings in it. */
    Set<Integer> measures(int reading) {
        ReadingSpec spec = plan.catalogue().readings().get(reading);
        if (!(spec.detail() instanceof Detail.Pattern pattern)) {
            return Set.of(spec.measure());
        }
        Set<Integer> measures = new TreeSet<>();
        pattern.when().readings().forEach(part -> measures.addAll(measures(part)));
        return measures;
    }

    private BitSet typesOf(int reading, Set<Integer> above) {
        ReadingSpec spec = plan.catalogue().readings().get(reading);
        BitSet found = new BitSet();
        if (spec.detail() instanceof Detail.Pattern pattern) {
            if (!above.add(reading)) {
                throw new IllegalArgumentException("patterns look at each other in a circle: readings " + above);
            }
            pattern.when().readings().forEach(part -> found.or(typesOf(part, above)));
            above.remove(reading);
            return found;
        }
        ReadingPlan read = java.util.Objects.requireNonNull(plan.reading(reading));
        add(read.measure(), found);
        if (spec.readsProfile()) {
            found.set(plan.positionOf(Event.PROFILE));
        }
        return found;
    }

    private static void add(MeasurePlan measure, BitSet found) {
        measure.on().forEach(source -> found.set(source.type()));
        measure.ends().forEach(found::set);
    }
}
