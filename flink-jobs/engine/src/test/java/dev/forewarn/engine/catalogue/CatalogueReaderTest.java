package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Family;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.alert.RuleTerms;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.Comparison;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.fusion.FusionMode;
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
import dev.forewarn.core.time.Window;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueReaderTest {

    private static final String SMALL = """
            settings: {zone: Europe/Berlin, correction-horizon: 30d}
            keep: note
            measures:
              penalty: {on: penalty.decided, where: "attr('procedure') != 'summary'", value: amount}
              abnormal: {on: [abnormal.listed], ends: abnormal.removed, match: all}
              batch: {on: sample.tested, subject: "attr('batch')", value: "num('units')"}
            scheme: general
            name: {zh: 通用, en: general}
            classes: [{class: A, below: 250}, {class: B, below: 500}, {class: C}]
            indicators:
              G3.1.1:
                name: penalties
                read: count(penalty)
                decay: {1y: 1.0, 2y: 0.6, 3y: 0.3}
                points: {first: 200, each: 180, cap: 3}
                basis: law
              G3.1.2: {name: fines, read: sum(penalty), window: 3y, points: {below: 1, absent: 2, bands: [{from: 0.5, points: 60}]}}
              G3.4.1: {name: listed, read: active(abnormal), points: {when-true: 300}, static: true}
            rules:
              CROSS: {kind: crossing, name: worse, levels: {B: yellow, C: red}, clear-margin: 10, clear-after: 3d}
              T16:
                kind: trigger
                name: listed
                on: abnormal.listed
                level: [{level: red, when: "severity == 'serious'"}, {level: blue}]
                route: general
                family: reminder
                live-for: ever
              C1:
                kind: condition
                name: often
                when: count('penalty', '1y') >= 2 && active('abnormal')
                clear: reading('G3.1.1') < 1
                level: orange
                dwell: 12h
                cool-down: 90min
            """;

    private static Catalogue read(String text) {
        CatalogueReader.Result result = CatalogueReader.read(Map.of("a.yaml", text));
        if (result instanceof CatalogueReader.Faulty faulty) {
            throw new AssertionError(faulty.faults());
        }
        return ((CatalogueReader.Read) result).bundle().catalogue();
    }

    private static RuleTerms terms(String id, String name, List<String> route) {
        return new RuleTerms(id, new Label(name, name), Family.LEAD, route, 0, 0, 0, "");
    }

    @Test
    void measuresAreRead() {
        TextTerm procedure = TextTerm.attribute("procedure");

        assertThat(read(SMALL).measures())
                .containsExactly(
                        new Measure(
                                "penalty",
                                List.of("penalty.decided"),
                                List.of(),
                                Measure.Match.SUBJECT,
                                new FactCondition.Not(new FactCondition.TextIn(procedure, Set.of("summary"))),
                                NumberTerm.AMOUNT,
                                TextTerm.of(TextTerm.Kind.SUBJECT_OR_KEY)),
                        new Measure(
                                "abnormal",
                                List.of("abnormal.listed"),
                                List.of("abnormal.removed"),
                                Measure.Match.ALL,
                                FactCondition.ALWAYS,
                                null,
                                TextTerm.of(TextTerm.Kind.SUBJECT)),
                        new Measure(
                                "batch",
                                List.of("sample.tested"),
                                List.of(),
                                Measure.Match.SUBJECT,
                                FactCondition.ALWAYS,
                                NumberTerm.number("units"),
                                TextTerm.attribute("batch")));
    }

    @Test
    void everyReadingIsHeldOnce() {
        List<Tier> step3 = List.of(
                new Tier(Window.ofYears(1), Exact.ONE),
                new Tier(Window.ofYears(2), 6000),
                new Tier(Window.ofYears(3), 3000));

        assertThat(read(SMALL).readings())
                .containsExactly(
                        new ReadingSpec(Aggregate.COUNT, 0, step3),
                        ReadingSpec.of(Aggregate.SUM, 0, Window.ofYears(3)),
                        ReadingSpec.of(Aggregate.ACTIVE, 1, Window.EVER),
                        ReadingSpec.of(Aggregate.COUNT, 0, Window.ofYears(1)));
    }

    @Test
    void schemeIsRead() {
        assertThat(read(SMALL).schemes())
                .containsExactly(new Scheme(
                        "general",
                        new Label("通用", "general"),
                        Combination.NOISY_OR,
                        1000,
                        new ClassBands(List.of("A", "B", "C"), List.of(250, 500)),
                        List.of(
                                new Indicator(
                                        "G3.1.1",
                                        new Label("penalties", "penalties"),
                                        0,
                                        new Points.Each(200, 180, 3),
                                        false,
                                        "law"),
                                new Indicator(
                                        "G3.1.2",
                                        new Label("fines", "fines"),
                                        1,
                                        new Points.Bands(1, 2, List.of(new Points.Band(5000, 60))),
                                        false,
                                        ""),
                                new Indicator(
                                        "G3.4.1",
                                        new Label("listed", "listed"),
                                        2,
                                        new Points.WhenTrue(300),
                                        true,
                                        "")),
                        FusionMode.WORST));
    }

    @Test
    void projectionWatchesAllSchemesUnlessItNamesSome() {
        String scheme = """
                        scheme: general
                        name: a
                        classes: [{class: A, below: 300}, {class: D}]
                        indicators: {}
                        rules: {P: {kind: projection, name: a, levels: {D: red}}}
                        """;

        AlertRule.Projection projection =
                (AlertRule.Projection) read(scheme).rules().get(0);
        assertThat(projection.domains()).containsExactly("general");
        assertThat(projection.levels()).isEqualTo(Map.of("D", Level.RED));
    }

    @Test
    void rulesAreReadWithTheirDefaults() {
        List<AlertRule> rules = read(SMALL).rules();

        assertThat(rules.get(0))
                .isEqualTo(new AlertRule.Crossing(
                        new RuleTerms(
                                "CROSS",
                                new Label("worse", "worse"),
                                Family.LEAD,
                                List.of(),
                                0,
                                3 * 86_400_000L,
                                0,
                                ""),
                        List.of("general"),
                        Map.of("B", Level.YELLOW, "C", Level.RED),
                        10));
        assertThat(rules.get(1))
                .isEqualTo(new AlertRule.Trigger(
                        new RuleTerms(
                                "T16", new Label("listed", "listed"), Family.REMINDER, List.of("general"), 0, 0, 0, ""),
                        List.of("abnormal.listed"),
                        FactCondition.ALWAYS,
                        TextTerm.of(TextTerm.Kind.SUBJECT_OR_KEY),
                        List.of(
                                new AlertRule.FactLevel(
                                        Level.RED,
                                        new FactCondition.TextIn(
                                                TextTerm.of(TextTerm.Kind.SEVERITY), Set.of("serious"))),
                                new AlertRule.FactLevel(Level.BLUE, FactCondition.ALWAYS)),
                        Window.ofDays(90),
                        Window.EVER));
        DayCondition often = new DayCondition.All(List.of(
                new DayCondition.ReadingIs(3, Comparison.AT_LEAST, 2 * Exact.ONE),
                new DayCondition.ReadingIs(2, Comparison.MORE, 0)));
        assertThat(rules.get(2))
                .isEqualTo(new AlertRule.Condition(
                        new RuleTerms(
                                "C1",
                                new Label("often", "often"),
                                Family.LEAD,
                                List.of(),
                                12 * 3_600_000L,
                                0,
                                90 * 60_000L,
                                ""),
                        often,
                        new DayCondition.ReadingIs(0, Comparison.LESS, Exact.ONE),
                        List.of(new AlertRule.DayLevel(Level.ORANGE, new DayCondition.All(List.of())))));
    }

    @Test
    void whatAnythingReadsIsRetained() {
        assertThat(read(SMALL).retained()).containsExactlyInAnyOrder("note", "procedure", "batch", "units");
    }

    @Test
    void settingsAreReadAndHaveDefaults() {
        Catalogue small = read(SMALL);
        assertThat(small.days().zone()).hasToString("Europe/Berlin");
        assertThat(small.correctionHorizonDays()).isEqualTo(30);

        Catalogue bare = read("rules: {T: {kind: trigger, name: t, on: a.b, level: red}}");
        assertThat(bare.days().zone()).hasToString("Asia/Shanghai");
        assertThat(bare.correctionHorizonDays()).isEqualTo(400);
        assertThat(bare.rules())
                .containsExactly(new AlertRule.Trigger(
                        terms("T", "t", List.of()),
                        List.of("a.b"),
                        FactCondition.ALWAYS,
                        TextTerm.of(TextTerm.Kind.SUBJECT_OR_KEY),
                        List.of(new AlertRule.FactLevel(Level.RED, FactCondition.ALWAYS)),
                        Window.ofDays(90),
                        Window.ofDays(30)));
    }

    @Test
    void defaultMarginOfACrossingFollowsTheSmallestScale() {
        String scheme = """
                scheme: drug
                name: drug
                combine: additive
                scale: 400
                classes: [{class: A, below: 30}, {class: D}]
                indicators: {}
                rules: {C: {kind: crossing, name: c, levels: {D: red}}}
                """;

        assertThat(((AlertRule.Crossing) read(scheme).rules().get(0)).clearMargin())
                .isEqualTo(10);
    }

    @Test
    void namesReachAcrossFiles() {
        CatalogueReader.Result result = CatalogueReader.read(Map.of(
                "a.yaml", "rules: {C: {kind: condition, name: c, when: \"count('penalty', '1y') > 1\", level: red}}",
                "b.yaml", "measures: {penalty: {on: penalty.decided}}"));

        assertThat(result).isInstanceOf(CatalogueReader.Read.class);
    }
}
