package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.Points;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Combination;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a catalogue up: every aggregate, every way of earning points, both combinations. */
final class RandomCatalogue {

    static final List<Window> WINDOWS = List.of(
            Window.ofDays(1),
            Window.ofDays(2),
            Window.ofDays(7),
            Window.ofDays(30),
            Window.ofMonths(1),
            Window.ofDays(31),
            new Window(1, 1, false),
            Window.ofDays(90),
            Window.ofMonths(6),
            Window.ofYears(1),
            Window.ofYears(2),
            Window.ofYears(3),
            Window.EVER);

    private static final List<String> CLASSES = List.of("A", "B", "C", "D", "E");

    private final Dice dice;
    private final RandomConditions conditions;
    private final boolean isSettling;

    /** @param isSettling whether alerts follow their conditions at once: no dwell, no margin, no cool-down */
    RandomCatalogue(Dice dice, boolean isSettling) {
        this.dice = dice;
        this.conditions = new RandomConditions(dice);
        this.isSettling = isSettling;
    }

    Catalogue make(String version, LocalDays days, int horizonDays, Set<String> retained) {
        List<Measure> measures = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            measures.add(measure("m" + i));
        }
        List<ReadingSpec> readings = new RandomReadings(dice, conditions, measures).make(dice.between(2, 8));
        List<Scheme> schemes = schemes(readings);
        RandomRules rules = new RandomRules(dice, conditions, isSettling);
        List<AlertRule> made = rules.make(readings, schemes);
        return new Catalogue(
                version,
                days,
                measures,
                readings,
                schemes,
                made,
                retained,
                horizonDays,
                RandomWorkingDays.make(dice),
                BaselineSource.OWN);
    }

    private Measure measure(String name) {
        List<String> on = dice.someOf(dice.percent(90) ? Words.OPENINGS : Words.TYPES, 40);
        List<String> ends = dice.percent(60) ? dice.someOf(Words.ENDINGS, 60) : List.of();
        Measure.Match match = dice.percent(70) ? Measure.Match.SUBJECT : Measure.Match.ALL;
        @Nullable NumberTerm value = dice.percent(75) ? conditions.numberTerm() : null;
        return new Measure(name, on, ends, match, conditions.onFact(1), value, subject());
    }

    private TextTerm subject() {
        return dice.percent(50) ? TextTerm.of(TextTerm.Kind.SUBJECT) : conditions.textTerm();
    }

    // --- schemes

    private List<Scheme> schemes(List<ReadingSpec> readings) {
        int classes = dice.between(2, 5);
        List<Scheme> schemes = new ArrayList<>();
        for (String domain : dice.percent(90) ? Words.DOMAINS : List.of("food", "general")) {
            if (dice.percent(domain.equals(Scheme.GENERAL) ? 90 : 55)) {
                schemes.add(scheme(domain, dice.percent(90) ? classes : dice.between(2, 5), readings));
            }
        }
        return schemes;
    }

    private Scheme scheme(String domain, int classes, List<ReadingSpec> readings) {
        Combination combination = dice.of(Combination.values());
        int scale = combination == Combination.NOISY_OR ? 1000 : dice.of(100, 400, 1000);
        TreeSet<Integer> cuts = new TreeSet<>();
        while (cuts.size() < classes - 1) {
            cuts.add(dice.between(1, scale));
        }
        List<Indicator> indicators = new ArrayList<>();
        for (int i = dice.between(1, 5); i > 0; i--) {
            int reading = dice.between(0, readings.size() - 1);
            boolean isStatic = !isSettling && dice.percent(25);
            indicators.add(
                    new Indicator(domain + i, label(), reading, points(readings.get(reading), scale), isStatic, ""));
        }
        ClassBands bands = new ClassBands(CLASSES.subList(0, classes), List.copyOf(cuts));
        return new Scheme(domain, label(), combination, scale, bands, indicators, FusionMode.WORST);
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

    static Label label() {
        return new Label("名", "name");
    }
}
