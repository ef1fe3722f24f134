package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.DirectRule;
import dev.forewarn.core.catalogue.Mitigation;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.fusion.Fusion;
import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Points;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Combination;
import dev.forewarn.core.score.Effect;
import dev.forewarn.core.time.Exact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes schemes up: indicators, mitigations, direct rules, kinds of business, and tables of fusion. */
final class RandomSchemes {

    private static final List<String> CLASSES = List.of("A", "B", "C", "D", "E");

    private final Dice dice;
    private final RandomConditions conditions;
    private final List<ReadingSpec> readings;
    private final boolean isSettling;

    RandomSchemes(Dice dice, RandomConditions conditions, List<ReadingSpec> readings, boolean isSettling) {
        this.dice = dice;
        this.conditions = conditions;
        this.readings = readings;
        this.isSettling = isSettling;
    }

    List<Scheme> make() {
        Map<String, Integer> classes = new LinkedHashMap<>();
        int most = dice.between(2, 5);
        for (String domain : dice.percent(90) ? Words.DOMAINS : List.of("food", "general")) {
            if (dice.percent(domain.equals(Scheme.GENERAL) ? 90 : 55)) {
                classes.put(domain, dice.percent(90) ? most : dice.between(2, 5));
            }
        }
        int general = classes.getOrDefault(Scheme.GENERAL, most);
        List<Scheme> schemes = new ArrayList<>();
        classes.forEach((domain, count) -> schemes.add(scheme(domain, count, fusion(count, general))));
        return schemes;
    }

    private Scheme scheme(String domain, int classes, Fusion fusion) {
        Combination combination = dice.of(Combination.values());
        int scale = combination == Combination.NOISY_OR ? 1000 : dice.of(100, 400, 1000);
        TreeSet<Integer> cuts = new TreeSet<>();
        while (cuts.size() < classes - 1) {
            cuts.add(dice.between(1, scale));
        }
        List<Indicator> indicators = new ArrayList<>();
        for (int i = dice.between(1, 5); i > 0; i--) {
            indicators.add(indicator(domain + i, scale));
        }
        List<Mitigation> mitigations = new ArrayList<>();
        for (int i = dice.percent(35) ? dice.between(1, 2) : 0; i > 0; i--) {
            mitigations.add(mitigation(domain + "-relief" + i, scale));
        }
        List<DirectRule> direct = new ArrayList<>();
        for (int i = dice.percent(50) ? dice.between(1, 4) : 0; i > 0; i--) {
            direct.add(direct(domain + "-rule" + i, classes));
        }
        return new Scheme(
                domain,
                RandomCatalogue.label(),
                combination,
                scale,
                new ClassBands(CLASSES.subList(0, classes), List.copyOf(cuts)),
                indicators,
                mitigations,
                direct,
                List.of(),
                applies(),
                fusion);
    }

    /** Asked of the profile, which keeps every attribute. */
    private FactCondition applies() {
        if (dice.percent(75)) {
            return FactCondition.ALWAYS;
        }
        TextTerm term = TextTerm.attribute(dice.of(Words.ATTRIBUTES));
        return dice.percent(70)
                ? new FactCondition.TextIn(term, new HashSet<>(dice.someOf(Words.GRADES, 50)))
                : conditions.onFact(1);
    }

    private Indicator indicator(String id, int scale) {
        int reading = reading();
        boolean isStatic = !isSettling && dice.percent(25);
        Points points = points(readings.get(reading), scale);
        return new Indicator(id, RandomCatalogue.label(), "", reading, points, isStatic, applies(), "");
    }

    private int reading() {
        return dice.between(0, readings.size() - 1);
    }

    private Points points(ReadingSpec reading, int scale) {
        return switch (dice.between(0, 3)) {
            case 0 -> new Points.Each(weight(scale), weight(scale), dice.between(1, 4));
            case 1 -> new Points.WhenTrue(weight(scale));
            case 2 -> new Points.OfValue(dice.of(1, 3, 50));
            default -> {
                TreeSet<Long> ends = new TreeSet<>(dice.many(1, 3, () -> conditions.threshold(reading)));
                List<Points.Band> bands = ends.stream()
                        .map(from -> new Points.Band(from, weight(scale)))
                        .toList();
                yield new Points.Bands(dice.of(0, weight(scale)), dice.of(0, weight(scale)), bands);
            }
        };
    }

    private int weight(int scale) {
        return dice.percent(10) ? 0 : dice.between(1, scale * 6 / 10);
    }

    private Mitigation mitigation(String id, int scale) {
        return new Mitigation(
                id,
                RandomCatalogue.label(),
                "",
                reading(),
                dice.of(0L, 3_333L, 5_000L, Exact.ONE),
                dice.of(0, 1, 50),
                dice.of(0, 0, 20, scale / 2),
                "");
    }

    private DirectRule direct(String id, int classes) {
        Effect effect = switch (dice.between(0, 3)) {
            case 0 -> new Effect.Set(dice.between(0, classes - 1));
            case 1 -> new Effect.Floor(dice.between(0, classes - 1));
            case 2 -> new Effect.Shift(dice.between(1, 2), dice.between(0, classes - 1));
            default -> new Effect.Lift(dice.between(1, 2));
        };
        return new DirectRule(id, RandomCatalogue.label(), conditions.onDay(readings, 0, 1), effect, "");
    }

    // --- fusion

    /** Tables for so many classes, now and then for others; the mode that counts always fits. */
    private Fusion fusion(int classes, int generalClasses) {
        Fusion tables = new Fusion(
                FusionMode.WORST,
                dice.of(0L, 5_000L, 8_000L, Exact.ONE),
                dice.of(0L, 2_000L, 5_000L),
                cuts(dice.percent(85) ? classes : dice.between(2, 5)),
                dice.many(1, 5, () -> dice.of(-2, -1, 0, 0, 1, 2)).stream()
                        .sorted()
                        .toList(),
                matrix(dice.percent(85) ? classes : dice.between(2, 5), generalClasses, classes));
        List<FusionMode> fitting = List.of(FusionMode.values()).stream()
                .filter(mode -> tables.fits(mode, classes, generalClasses))
                .toList();
        return new Fusion(
                dice.of(fitting), tables.alpha(), tables.beta(), tables.cuts(), tables.shifts(), tables.matrix());
    }

    private List<Integer> cuts(int classes) {
        TreeSet<Integer> cuts = new TreeSet<>();
        while (cuts.size() < classes - 1) {
            cuts.add(dice.between(1, 70));
        }
        return List.copyOf(cuts);
    }

    /** A worse class never makes the result better: sorted along its rows, then down its columns. */
    private List<List<Integer>> matrix(int rows, int columns, int classes) {
        List<List<Integer>> matrix = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Integer> cells = dice.many(columns, columns, () -> dice.between(0, classes - 1)).stream()
                    .sorted()
                    .toList();
            List<Integer> above = row == 0 ? cells : matrix.get(row - 1);
            List<Integer> kept = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                kept.add(Math.max(cells.get(column), above.get(column)));
            }
            matrix.add(kept);
        }
        return matrix;
    }
}
