package dev.forewarn.core.oracle;

import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.indicator.Taking;
import dev.forewarn.core.indicator.Tier;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes readings up: every aggregate, with and without decay, of some facts and of all, of each subject and of all. */
final class RandomReadings {

    private final Dice dice;
    private final RandomConditions conditions;
    private final List<Measure> measures;

    RandomReadings(Dice dice, RandomConditions conditions, List<Measure> measures) {
        this.dice = dice;
        this.conditions = conditions;
        this.measures = measures;
    }

    /** Different readings; patterns look at those before them. */
    List<ReadingSpec> make(int count) {
        List<ReadingSpec> readings = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            ReadingSpec reading = reading(readings);
            if (!readings.contains(reading)) {
                readings.add(reading);
            }
        }
        return readings;
    }

    private ReadingSpec reading(List<ReadingSpec> before) {
        int measure = dice.between(0, measures.size() - 1);
        Aggregate aggregate = aggregate(measure, !before.isEmpty());
        return aggregate == Aggregate.PATTERN
                ? ReadingSpec.pattern(conditions.onDay(before, 0, 1))
                : new ReadingSpec(aggregate, measure, steps(aggregate), taking(aggregate), detail(aggregate));
    }

    private Aggregate aggregate(int measure, boolean mayBePattern) {
        while (true) {
            Aggregate aggregate = dice.of(Aggregate.values());
            boolean hasValue = !aggregate.needsValue() || measures.get(measure).value() != null;
            if (hasValue && (mayBePattern || aggregate != Aggregate.PATTERN)) {
                return aggregate;
            }
        }
    }

    // --- steps

    private List<Tier> steps(Aggregate aggregate) {
        if (aggregate == Aggregate.EXCESS || aggregate == Aggregate.BURST) {
            int recent = dice.of(1, 7, 30);
            return List.of(
                    new Tier(Window.ofDays(recent), Exact.ONE),
                    new Tier(Window.ofDays(recent + dice.of(1, 30, 90, 335)), Exact.ONE));
        }
        boolean isPlain = !aggregate.canDecay() || dice.percent(50);
        return isPlain ? List.of(new Tier(dice.of(RandomCatalogue.WINDOWS), Exact.ONE)) : decay();
    }

    private List<Tier> decay() {
        TreeSet<Integer> steps = new TreeSet<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            int step = dice.between(0, RandomCatalogue.WINDOWS.size() - 1);
            // A month need not cover thirty days, so the two cannot be steps of one decay.
            if (steps.stream().allMatch(other -> isAscending(Math.min(step, other), Math.max(step, other)))) {
                steps.add(step);
            }
        }
        List<Long> factors =
                dice
                        .many(steps.size(), steps.size(), () -> dice.of(1L, 3_000L, 3_333L, 6_000L, 8_000L, Exact.ONE))
                        .stream()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        List<Tier> tiers = new ArrayList<>();
        for (int step : steps) {
            tiers.add(new Tier(RandomCatalogue.WINDOWS.get(step), factors.get(tiers.size())));
        }
        return tiers;
    }

    private static boolean isAscending(int shorter, int longer) {
        return RandomCatalogue.WINDOWS.get(longer).covers(RandomCatalogue.WINDOWS.get(shorter));
    }

    // --- which facts

    private Taking taking(Aggregate aggregate) {
        return new Taking(
                dice.percent(15),
                dice.percent(12) ? lives() : null,
                dice.percent(12) ? dice.between(1, 3) : 0,
                aggregate.canGroup() && dice.percent(25) ? per(aggregate) : null);
    }

    private Taking.Lives lives() {
        Map<String, Window> bySeverity = new HashMap<>();
        dice.some(Words.SEVERITIES, 60).forEach(severity -> bySeverity.put(severity, dice.of(RandomCatalogue.WINDOWS)));
        return new Taking.Lives(bySeverity, dice.of(RandomCatalogue.WINDOWS));
    }

    private Taking.Per per(Aggregate aggregate) {
        Taking.Take take = dice.of(Taking.Take.values());
        long atLeast = take == Taking.Take.COUNT_OF ? conditions.threshold(aggregate) : 0;
        return new Taking.Per(conditions.textTerm(), take, atLeast);
    }

    // --- details

    private Detail detail(Aggregate aggregate) {
        return switch (aggregate) {
            case RATIO ->
                new Detail.Share(
                        dice.between(0, measures.size() - 1),
                        dice.percent(70) ? null : dice.of(RandomCatalogue.WINDOWS),
                        dice.of(0L, 0L, Exact.ONE, 5_000L),
                        dice.of(0L, 0L, 2 * Exact.ONE, 3 * Exact.ONE),
                        dice.of(0, 0, 1, 2, 3));
            case EXCESS, BURST ->
                new Detail.Expectation(
                        prior(),
                        dice.of(0L, 0L, 1L, Exact.ONE, 25_000L),
                        dice.of(1, 30, 365),
                        aggregate == Aggregate.BURST ? table() : List.of());
            case DAYS_TO, OVERDUE_DAYS, LATE ->
                dice.percent(50) ? Detail.NONE : new Detail.Due(dice.of(0, 1, 3, 5, 10, 20), dice.percent(50));
            case MISSED_YEARS, MISSED_DAYS ->
                new Detail.Yearly(
                        dice.of(1, 2, 3, 6, 12), dice.of(1, 15, 29, 31), dice.of(2013, 2017, 2022), dice.between(1, 4));
            default -> Detail.NONE;
        };
    }

    private @Nullable NumberTerm prior() {
        return dice.percent(40) ? null : conditions.numberTerm();
    }

    /** Counts and the expected counts up to which they are beyond chance. */
    private List<Detail.Step> table() {
        TreeMap<Long, Integer> table = new TreeMap<>();
        int count = 1;
        for (long expected : List.of(1L, 5_000L, Exact.ONE, 3 * Exact.ONE)) {
            if (table.isEmpty() || dice.percent(50)) {
                table.put(expected, count);
            }
            count += dice.between(0, 2);
        }
        return table.entrySet().stream()
                .map(step -> new Detail.Step(step.getKey(), step.getValue()))
                .toList();
    }
}
