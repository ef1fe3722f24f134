package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.HandlingRules;
import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a catalogue up: every aggregate, every way of earning points, both combinations. */
final class RandomCatalogue {

    static final List<Window> WINDOWS = List.of(
            Window.ofDays(1),
            Window.ofDays(2),
            Window.ofDays(7),
            Window.ofDays(30),
            Window.parse("1m"),
            Window.ofDays(31),
            new Window(1, 1, false),
            Window.ofDays(90),
            Window.parse("6m"),
            Window.ofYears(1),
            Window.ofYears(2),
            Window.ofYears(3),
            Window.EVER);

    private final Dice dice;
    private final RandomConditions conditions;
    private final boolean isSettling;

    /** @param isSettling whether alerts follow their conditions at once: no dwell, no margin, no cool-down */
    RandomCatalogue(Dice dice, boolean isSettling) {
        this.dice = dice;
        this.conditions = new RandomConditions(dice);
        this.isSettling = isSettling;
    }

    Catalogue make(String version, LocalDays days, int horizonDays, Set<String> retained, BaselineSource baseline) {
        List<Measure> measures = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            measures.add(measure("m" + i));
        }
        List<ReadingSpec> readings = new RandomReadings(dice, conditions, measures).make(dice.between(2, 8));
        List<Scheme> schemes = new RandomSchemes(dice, conditions, readings, isSettling).make();
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
                baseline,
                HandlingRules.none(days),
                List.of());
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

    static Label label() {
        return new Label("名", "name");
    }
}
