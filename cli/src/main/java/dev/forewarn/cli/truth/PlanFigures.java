package dev.forewarn.cli.truth;

import dev.forewarn.cli.plan.Expectation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Works out what visits by class would have found in a city whose truth is known, month by month. */
final class PlanFigures {

    private final HiddenCity city;
    private final ClassHistory classes;
    private final Map<String, Sum> sums = new HashMap<>();

    /** Sums over the businesses of one class. */
    private static final class Sum {
        private long months;
        private long inEpisode;
        private double problems;
    }

    PlanFigures(HiddenCity city, ClassHistory classes) {
        this.city = city;
        this.classes = classes;
    }

    /**
     * Visits on the day after each month end of a window.
     *
     * @param rank of a class, higher for worse
     * @param from first day of the window
     * @param to first day after it
     * @param ratios share of each class that is visited in a month; classes that it does not name are not visited
     */
    TruthResult.Plan plan(ToIntFunction<String> rank, LocalDate from, LocalDate to, Map<String, Double> ratios) {
        YearMonth month = YearMonth.from(from);
        for (LocalDate day = month.plusMonths(1).atDay(1); !day.isAfter(to); day = day.plusMonths(1)) {
            add(month, (int) day.toEpochDay());
            month = month.plusMonths(1);
        }
        List<TruthResult.ClassShare> shares = sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(rank)))
                .map(entry -> share(entry.getKey(), entry.getValue(), ratios))
                .toList();
        Expectation expected = Expectation.of(shares.stream()
                .map(share ->
                        new Expectation.Group(share.name(), share.businessMonths(), share.ratio(), share.problem()))
                .toList());
        return new TruthResult.Plan(shares, expected.visitedShare(), expected.hitRate(), expected.uniformRate());
    }

    private void add(YearMonth month, int day) {
        for (String id : city.entities()) {
            Past past = city.of(id);
            String label = classes.at(id, month);
            if (past != null && label != null && past.existsOn(day)) {
                Sum sum = sums.computeIfAbsent(label, any -> new Sum());
                sum.months++;
                sum.inEpisode += past.isInEpisode(day) ? 1 : 0;
                sum.problems += past.problem(day);
            }
        }
    }

    private static TruthResult.ClassShare share(String label, Sum sum, Map<String, Double> ratios) {
        return new TruthResult.ClassShare(
                label,
                sum.months,
                ratios.getOrDefault(label, 0.0),
                (double) sum.inEpisode / sum.months,
                sum.problems / sum.months);
    }
}
