package dev.forewarn.core.assess;

import dev.forewarn.core.alert.Cited;
import dev.forewarn.core.alert.Evidence;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    private static Evidence of(DayAssessment day, Set<Integer> readings) {
        List<Cited> cited = new ArrayList<>();
        readings.forEach(reading -> add(day, reading, cited));
        return Evidence.of(cited);
    }

    /** The evidence of a condition: of what it reads, and of what earns points where it looks at a rise. */
    static Evidence of(DayAssessment day, DayCondition condition) {
        Set<Integer> readings = new TreeSet<>(condition.readings());
        condition.rises().forEach(rise -> addEarning(day, rise.scheme(), readings));
        return of(day, readings);
    }

    /** What earns points in a domain and in general, and what direct rules that hold look at. */
    static Evidence ofDomain(DayAssessment day, String domain) {
        Set<Integer> readings = new TreeSet<>();
        addEarning(day, day.plan().catalogue().schemeOf(domain), readings);
        addEarning(day, day.plan().general(), readings);
        return of(day, readings);
    }

    private static void addEarning(DayAssessment day, int scheme, Set<Integer> readings) {
        if (scheme < 0 || !day.standsIn(scheme)) {
            return;
        }
        List<Indicator> indicators =
                day.plan().catalogue().schemes().get(scheme).indicators();
        for (int i = 0; i < indicators.size(); i++) {
            if (day.scheme(scheme).shares()[i] > 0) {
                readings.add(indicators.get(i).reading());
            }
        }
        day.scheme(scheme)
                .heldRules()
                .forEach(rule -> readings.addAll(rule.when().readings()));
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
