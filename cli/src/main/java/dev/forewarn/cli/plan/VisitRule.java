package dev.forewarn.cli.plan;

import dev.forewarn.core.event.Event;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are visits, and what they found.
 *
 * @param type type of the fact
 * @param attribute the one that tells the result
 * @param problems its values that mean a problem; any other value means none, and a fact without it does not tell
 */
record VisitRule(String type, String attribute, Set<String> problems) {

    VisitRule {
        problems = Set.copyOf(problems);
    }

    Visits.Found found(Event visit) {
        @Nullable String result = visit.attributes().get(attribute);
        if (result == null || result.isEmpty()) {
            return Visits.Found.UNTOLD;
        }
        return problems.contains(result) ? Visits.Found.PROBLEM : Visits.Found.NOTHING;
    }
}
