package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Family;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.alert.RuleTerms;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.time.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes alert rules up, of every kind. */
final class RandomRules {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;

    private final Dice dice;
    private final RandomConditions conditions;
    private final boolean isSettling;

    RandomRules(Dice dice, RandomConditions conditions, boolean isSettling) {
        this.dice = dice;
        this.conditions = conditions;
        this.isSettling = isSettling;
    }

    List<AlertRule> make(List<ReadingSpec> readings, List<Scheme> schemes) {
        List<AlertRule> rules = new ArrayList<>();
        for (int i = dice.between(0, 6); i > 0; i--) {
            RuleTerms terms = terms("R" + i);
            rules.add(
                    switch (dice.between(0, 3)) {
                        case 0 -> crossing(terms, schemes);
                        case 3 -> projection(terms, schemes);
                        case 1 -> trigger(terms);
                        default -> condition(terms, readings, schemes.size());
                    });
        }
        return rules;
    }

    private RuleTerms terms(String id) {
        return new RuleTerms(
                id,
                RandomCatalogue.label(),
                dice.of(Family.values()),
                dice.percent(50) ? List.of() : dice.someOf(Words.DOMAINS, 40),
                duration(1L, HOUR, DAY, 36 * HOUR, 10 * DAY),
                duration(1L, HOUR, DAY, 36 * HOUR, 7 * DAY),
                duration(1L, DAY, 5 * DAY, 30 * DAY),
                "");
    }

    private long duration(Long... choices) {
        return isSettling || dice.percent(50) ? 0 : dice.of(choices);
    }

    private AlertRule.Crossing crossing(RuleTerms terms, List<Scheme> schemes) {
        return new AlertRule.Crossing(terms, domains(), levels(schemes), isSettling ? 0 : dice.of(0, 0, 1, 20, 100));
    }

    private AlertRule.Projection projection(RuleTerms terms, List<Scheme> schemes) {
        return new AlertRule.Projection(terms, domains(), levels(schemes));
    }

    private List<String> domains() {
        return dice.someOf(List.of("general", "food", "drug", "cosmetic"), 60);
    }

    private Map<String, Level> levels(List<Scheme> schemes) {
        int classes = schemes.stream()
                .mapToInt(scheme -> scheme.bands().labels().size())
                .max()
                .orElse(1);
        Map<String, Level> levels = new HashMap<>();
        List<Level> ascending =
                dice.many(classes, classes, this::level).stream().sorted().toList();
        for (int rank = 1; rank < classes; rank++) {
            if (dice.percent(85)) {
                levels.put(String.valueOf((char) ('A' + rank)), ascending.get(rank));
            }
        }
        return levels;
    }

    private AlertRule.Trigger trigger(RuleTerms terms) {
        List<AlertRule.FactLevel> levels =
                dice.many(1, 2, () -> new AlertRule.FactLevel(level(), conditions.onFact(1)));
        if (dice.percent(60)) {
            levels.add(new AlertRule.FactLevel(level(), FactCondition.ALWAYS));
        }
        return new AlertRule.Trigger(
                terms,
                dice.someOf(Words.TYPES, 50),
                conditions.onFact(1),
                conditions.textTerm(),
                levels,
                window(),
                window());
    }

    private Window window() {
        List<Window> windows = RandomCatalogue.WINDOWS;
        return dice.percent(30) ? dice.of(windows) : dice.of(windows.subList(3, windows.size()));
    }

    private AlertRule.Condition condition(RuleTerms terms, List<ReadingSpec> readings, int schemes) {
        List<AlertRule.DayLevel> levels =
                dice.many(0, 2, () -> new AlertRule.DayLevel(level(), conditions.onDay(readings, schemes, 1)));
        if (levels.isEmpty() || dice.percent(60)) {
            levels.add(new AlertRule.DayLevel(level(), new DayCondition.All(List.of())));
        }
        @Nullable DayCondition clear = isSettling || dice.percent(70) ? null : conditions.onDay(readings, schemes, 1);
        return new AlertRule.Condition(terms, conditions.onDay(readings, schemes, 2), clear, levels);
    }

    private Level level() {
        return dice.of(Level.values());
    }
}
