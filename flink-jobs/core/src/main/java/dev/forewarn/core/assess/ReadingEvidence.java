package dev.forewarn.core.assess;

import dev.forewarn.core.alert.Cited;
import dev.forewarn.core.alert.Evidence;
import dev.forewarn.core.indicator.Detail;
import java.util.ArrayList;
import java.util.List;

/** Finds the facts that a reading rests on, with their types. */
final class ReadingEvidence {

    private ReadingEvidence() {}

    /** The evidence of one reading. */
    static Evidence of(DayAssessment day, int reading) {
        boolean isPattern = day.plan().reading(reading) == null;
        List<Cited> cited = new ArrayList<>();
        add(day, reading, cited);
        // The readings of a pattern may rest on the same facts; those of one measure are different by themselves.
        return isPattern ? Evidence.of(cited) : Evidence.ofDistinct(cited);
    }

    /** Adds the facts of a reading; those of a pattern are those of the readings that it looks at. */
    static void add(DayAssessment day, int reading, List<Cited> cited) {
        if (day.plan().reading(reading) == null) {
            Detail.Pattern pattern = (Detail.Pattern)
                    day.plan().catalogue().readings().get(reading).detail();
            pattern.when().readings().forEach(part -> add(day, part, cited));
            return;
        }
        List<String> types = day.plan().types();
        day.readings().facts(reading, (type, fact) -> cited.add(new Cited(types.get(type), fact)));
    }
}
