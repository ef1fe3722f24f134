package dev.forewarn.core.assess;

import dev.forewarn.core.alert.Cited;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.Rows;
import dev.forewarn.core.indicator.MeasurePlan;
import dev.forewarn.core.indicator.ReadingSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds the facts that a reading counts, with their types. */
final class ReadingEvidence {

    private ReadingEvidence() {}

    static List<Cited> of(DayAssessment day, int reading) {
        ReadingSpec spec = day.plan().catalogue().readings().get(reading);
        MeasurePlan measure = day.plan().measure(spec.measure());
        // By identity: rows of two types may be alike to the byte.
        Set<Fact> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        counted.addAll(day.reader().facts(spec, measure, day, day.today()));
        List<Cited> cited = new ArrayList<>();
        for (MeasurePlan.Source source : measure.on()) {
            Rows rows = day.rows(source.type());
            for (int i = 0; i < rows.size(); i++) {
                if (counted.contains(rows.get(i))) {
                    cited.add(new Cited(rows.type(), rows.get(i)));
                }
            }
        }
        return cited;
    }
}
