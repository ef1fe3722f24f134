package dev.forewarn.core.assess;

import dev.forewarn.core.alert.Cited;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.Rows;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.MeasurePlan;
import dev.forewarn.core.indicator.ReadingPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds the facts that a reading rests on, with their types. */
final class ReadingEvidence {

    private ReadingEvidence() {}

    /** Those of a pattern are those of the readings that it looks at. */
    static List<Cited> of(DayAssessment day, int reading) {
        ReadingPlan read = day.plan().reading(reading);
        List<Cited> cited = new ArrayList<>();
        if (read == null) {
            Detail.Pattern pattern = (Detail.Pattern)
                    day.plan().catalogue().readings().get(reading).detail();
            pattern.when().readings().forEach(part -> cited.addAll(of(day, part)));
            return cited;
        }
        // By identity: rows of two types may be alike to the byte.
        Set<Fact> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        counted.addAll(day.readings().facts(reading));
        for (MeasurePlan.Source source : read.measure().on()) {
            Rows rows = day.facts().rows(source.type());
            for (int i = 0; i < rows.size(); i++) {
                if (counted.contains(rows.get(i))) {
                    cited.add(new Cited(rows.type(), rows.get(i)));
                }
            }
        }
        return cited;
    }
}
