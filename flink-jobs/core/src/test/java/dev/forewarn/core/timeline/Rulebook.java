package dev.forewarn.core.timeline;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Family;
import dev.forewarn.core.alert.HandlingRules;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.alert.RuleTerms;
import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.Comparison;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.handling.Deadlines;
import dev.forewarn.core.handling.OfficeHours;
import dev.forewarn.core.handling.Outcome;
import dev.forewarn.core.handling.Term;
import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.Points;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.indicator.Tier;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Combination;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.Window;
import dev.forewarn.core.time.WorkingDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small catalogue for stories: penalties of 300 points each that fade over three years, an abnormal list of 300,
 * overdue orders of 200, an inherent risk of 260 for canteens; a crossing, a trigger on recalls, a condition on two
 * penalties in a year.
 */
public final class Rulebook {

    private static final long DAY_MS = 86_400_000;

    public static final int PENALTY = 0;
    public static final int ABNORMAL = 1;
    public static final int ORDER = 2;
    public static final int CANTEEN = 3;

    private final List<AlertRule> rules = new ArrayList<>();
    private String version = "story";
    private int pointsEach = 300;
    private HandlingRules handling = HandlingRules.none(new LocalDays(Events.ZONE));

    public static Rulebook empty() {
        return new Rulebook();
    }

    public Rulebook version(String name) {
        version = name;
        return this;
    }

    public Rulebook pointsPerPenalty(int points) {
        pointsEach = points;
        return this;
    }

    /** Class of the general scheme worse than the baseline: B blue, C yellow, D red. */
    public Rulebook crossing(int clearMargin, int clearAfterDays) {
        rules.add(new AlertRule.Crossing(
                terms("CROSS", 0, clearAfterDays, 0),
                List.of(Scheme.GENERAL),
                Map.of("B", Level.BLUE, "C", Level.YELLOW, "D", Level.RED),
                clearMargin));
        return this;
    }

    /** Time alone will bring a worse class before the month ends: B blue, C yellow, D red. */
    public Rulebook projection(int clearAfterDays, int coolDownDays) {
        rules.add(new AlertRule.Projection(
                terms("AHEAD", 0, clearAfterDays, coolDownDays),
                List.of(Scheme.GENERAL),
                Map.of("B", Level.BLUE, "C", Level.YELLOW, "D", Level.RED)));
        return this;
    }

    /** The score has risen by so many points within a week. */
    public Rulebook rise(int points) {
        rules.add(new AlertRule.Condition(
                terms("RISE", 0, 0, 0),
                new DayCondition.RiseIs(new DayCondition.Rise(0, 7), Comparison.AT_LEAST, points),
                null,
                List.of(new AlertRule.DayLevel(Level.YELLOW, new DayCondition.All(List.of())))));
        return this;
    }

    /** A recall: class I red, class II orange, else yellow; one alert per recall. */
    public Rulebook recall() {
        rules.add(new AlertRule.Trigger(
                terms("T08", 0, 0, 0),
                List.of("recall.announced"),
                FactCondition.ALWAYS,
                TextTerm.of(TextTerm.Kind.SUBJECT),
                List.of(
                        level(Level.RED, "I"),
                        level(Level.ORANGE, "II"),
                        new AlertRule.FactLevel(Level.YELLOW, FactCondition.ALWAYS)),
                Window.ofDays(90),
                Window.ofDays(30)));
        return this;
    }

    /** Two penalties within a year. */
    public Rulebook twoPenalties(int dwellDays, int clearAfterDays, int coolDownDays) {
        return condition(terms("TWICE", dwellDays, clearAfterDays, coolDownDays), null);
    }

    /** Two penalties within a year, open until there is none. */
    public Rulebook twoPenaltiesUntilNone() {
        return condition(terms("TWICE", 0, 0, 0), new DayCondition.ReadingIs(4, Comparison.LESS, Exact.ONE));
    }

    /**
     * An office from 08:30 to 17:30. Red: two hours to accept, a day to dispose, then a deputy and a head hear of it;
     * orange: one and seven working days, then a leader; an alert that nobody takes up closes after 60 days.
     */
    public Rulebook handling() {
        handling = new HandlingRules(
                new OfficeHours(new LocalDays(Events.ZONE), WorkingDays.WEEKDAYS, 17 * 1_800_000L, 35 * 1_800_000L),
                Map.of(
                        Level.RED,
                        new Deadlines(
                                Term.ofMs(2 * 3_600_000L),
                                Term.ofMs(DAY_MS),
                                Term.ofMs(2 * 3_600_000L),
                                List.of("deputy", "head")),
                        Level.ORANGE,
                        new Deadlines(
                                Term.ofWorkingDays(1),
                                Term.ofWorkingDays(7),
                                Term.ofWorkingDays(1),
                                List.of("leader"))),
                60 * DAY_MS,
                90,
                List.of(
                        new Outcome("filed", new Label("立案", "filed"), Outcome.Meaning.CONFIRMED, "penalty.decided"),
                        new Outcome("nothing", new Label("无", "nothing"), Outcome.Meaning.REFUTED, "")));
        return this;
    }

    private Rulebook condition(RuleTerms terms, @Nullable DayCondition clear) {
        rules.add(new AlertRule.Condition(
                terms,
                new DayCondition.ReadingIs(4, Comparison.AT_LEAST, 2 * Exact.ONE),
                clear,
                List.of(new AlertRule.DayLevel(Level.ORANGE, new DayCondition.All(List.of())))));
        return this;
    }

    public Catalogue build() {
        List<Measure> measures = List.of(
                measure("penalty", List.of("penalty.decided"), List.of()),
                measure("abnormal", List.of("abnormal.listed"), List.of("abnormal.removed")),
                measure("order", List.of("rectification.ordered"), List.of("rectification.done")),
                new Measure(
                        "canteen",
                        List.of("entity.profile"),
                        List.of(),
                        Measure.Match.ALL,
                        new FactCondition.TextIn(TextTerm.attribute("kind"), Set.of("canteen")),
                        null,
                        TextTerm.of(TextTerm.Kind.SUBJECT)));
        List<ReadingSpec> readings = List.of(
                new ReadingSpec(
                        Aggregate.COUNT,
                        PENALTY,
                        List.of(
                                new Tier(Window.ofYears(1), Exact.ONE),
                                new Tier(Window.ofYears(2), 6_000),
                                new Tier(Window.ofYears(3), 3_000))),
                ReadingSpec.of(Aggregate.ACTIVE, ABNORMAL, Window.EVER),
                ReadingSpec.of(Aggregate.OVERDUE_DAYS, ORDER, Window.EVER),
                ReadingSpec.of(Aggregate.ACTIVE, CANTEEN, Window.EVER),
                ReadingSpec.of(Aggregate.COUNT, PENALTY, Window.ofYears(1)));
        Scheme general = new Scheme(
                Scheme.GENERAL,
                new Label("通用", "general"),
                Combination.NOISY_OR,
                1000,
                new ClassBands(List.of("A", "B", "C", "D"), List.of(250, 500, 750)),
                List.of(
                        indicator("G3.1.1", PENALTY, new Points.Each(pointsEach, pointsEach, 3), false),
                        indicator("G3.4.1", ABNORMAL, new Points.WhenTrue(300), false),
                        indicator(
                                "G3.2.4",
                                ORDER,
                                new Points.Bands(
                                        0,
                                        0,
                                        List.of(new Points.Band(Exact.ONE, 100), new Points.Band(16 * Exact.ONE, 200))),
                                false),
                        indicator("G1.2.1", CANTEEN, new Points.WhenTrue(260), true)),
                FusionMode.WORST);
        return new Catalogue(
                version,
                new LocalDays(Events.ZONE),
                measures,
                readings,
                List.of(general),
                rules,
                Set.of("class"),
                Catalogue.DEFAULT_HORIZON_DAYS,
                WorkingDays.WEEKDAYS,
                BaselineSource.OWN,
                handling,
                List.of());
    }

    private static Measure measure(String name, List<String> on, List<String> ends) {
        return new Measure(
                name,
                on,
                ends,
                Measure.Match.SUBJECT,
                FactCondition.ALWAYS,
                NumberTerm.AMOUNT,
                TextTerm.of(TextTerm.Kind.SUBJECT));
    }

    private static Indicator indicator(String id, int reading, Points points, boolean isStatic) {
        return new Indicator(id, new Label(id, id), reading, points, isStatic, "");
    }

    private static AlertRule.FactLevel level(Level level, String recallClass) {
        return new AlertRule.FactLevel(
                level, new FactCondition.TextIn(TextTerm.attribute("class"), Set.of(recallClass)));
    }

    private static RuleTerms terms(String id, int dwellDays, int clearAfterDays, int coolDownDays) {
        return new RuleTerms(
                id,
                new Label(id, id),
                Family.LEAD,
                List.of(),
                dwellDays * DAY_MS,
                clearAfterDays * DAY_MS,
                coolDownDays * DAY_MS,
                "");
    }
}
