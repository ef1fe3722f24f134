package dev.forewarn.core.oracle;

import dev.forewarn.core.assess.Assessment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what an assessment says of yesterday and tomorrow: what has changed, what is coming, what would help. */
final class ExplanationCheck {

    /** Days on which anything changes that must be looked at; what is told of later ones must be true all the same. */
    private static final int DAYS_LOOKED_AT = 64;

    private final PlainDay day;
    private final List<PlainMonth.Line> classified;

    /** @param classified what the last monthly classification said */
    ExplanationCheck(PlainDay day, List<PlainMonth.Line> classified) {
        this.day = day;
        this.classified = classified;
    }

    /** What can be said without looking at other days. */
    @Nullable
    String findBreachOfToday(Assessment assessment) {
        @Nullable
        String changes = Difference.between("changes since the month end", changes(), CoreSays.changes(assessment));
        return changes != null
                ? changes
                : Difference.between(
                        "ways down",
                        new PlainWaysDown(day)
                                .find().stream().map(PlainSays::wayDown).toList(),
                        CoreSays.waysDown(assessment));
    }

    /**
     * @param isFar whether all days are looked at of which anything may be told, not only those that must be told of
     */
    @Nullable
    String findBreachAhead(Assessment assessment, boolean isFar) {
        PlainOutlook outlook = new PlainOutlook(day);
        @Nullable
        String monthEnd = Difference.between(
                "classes at the month end", PlainSays.scores(outlook.monthEnd()), CoreSays.monthEnd(assessment));
        if (monthEnd != null) {
            return monthEnd;
        }
        LocalDate known = day.today().plusDays(DAYS_LOOKED_AT);
        List<PlainOutlook.Step> steps = outlook.steps(isFar ? PlainOutlook.FARTHEST_DAYS : DAYS_LOOKED_AT);
        List<String> told = CoreSays.forecast(assessment);
        int must = (int)
                steps.stream().filter(step -> step.place() <= DAYS_LOOKED_AT).count();
        int may = isFar ? Math.max(must, Math.min(told.size(), steps.size())) : must;
        List<String> expected =
                steps.subList(0, may).stream().map(PlainSays::step).toList();
        List<String> compared = isFar ? told : CoreSays.forecastUntil(assessment, known);
        return Difference.between("forecast", expected, compared);
    }

    // --- since the month end

    private List<String> changes() {
        return classified.stream()
                .flatMap(line -> changes(line).stream())
                .sorted()
                .toList();
    }

    private List<String> changes(PlainMonth.Line line) {
        Map<String, Integer> now = day.schemes().stream()
                .filter(scheme -> scheme.domain().equals(line.scheme().domain()))
                .findFirst()
                .map(day::partsById)
                .orElse(Map.of());
        Set<String> ids = new TreeSet<>(line.parts().keySet());
        ids.addAll(now.keySet());
        return ids.stream()
                .filter(id -> !now.getOrDefault(id, 0).equals(line.parts().getOrDefault(id, 0)))
                .map(id -> CoreSays.line(
                        line.scheme().domain() + " " + id,
                        "before " + line.parts().getOrDefault(id, 0),
                        "now " + now.getOrDefault(id, 0)))
                .toList();
    }
}
