package dev.forewarn.bench;

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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A catalogue of the size that a bureau would run: a general scheme of 75 indicators and a professional one of 20 over
 * 24 types of facts, with all aggregates, and triggers on a quarter of the types.
 */
final class WideCatalogue {

    static final int TYPES = 24;
    private static final int GENERAL = 75;
    private static final int PROFESSIONAL = 20;
    /** Those that need nothing but a measure and a window. */
    private static final List<Aggregate> AGGREGATES = List.of(
            Aggregate.COUNT,
            Aggregate.SUM,
            Aggregate.MAX,
            Aggregate.MIN,
            Aggregate.LAST,
            Aggregate.DISTINCT,
            Aggregate.ACTIVE,
            Aggregate.DAYS_SINCE,
            Aggregate.DAYS_TO,
            Aggregate.OVERDUE_DAYS);

    private final List<Measure> measures = new ArrayList<>();
    private final List<ReadingSpec> readings = new ArrayList<>();

    private WideCatalogue() {}

    static Catalogue build() {
        WideCatalogue wide = new WideCatalogue();
        Scheme general = wide.scheme(Scheme.GENERAL, Combination.NOISY_OR, 1000, GENERAL, List.of(251, 501, 751));
        Scheme drug = wide.scheme("drug", Combination.ADDITIVE, 100, PROFESSIONAL, List.of(31, 46, 61));
        List<AlertRule> rules = new ArrayList<>();
        rules.add(new AlertRule.Crossing(
                terms("cross"),
                List.of(Scheme.GENERAL, "drug"),
                Map.of("B", Level.BLUE, "C", Level.YELLOW, "D", Level.RED),
                25));
        for (int i = 0; i < TYPES; i += 4) {
            rules.add(new AlertRule.Trigger(
                    terms("T" + i),
                    List.of(type(i)),
                    textIs("result", "failed"),
                    TextTerm.of(TextTerm.Kind.SUBJECT),
                    List.of(new AlertRule.FactLevel(Level.YELLOW, FactCondition.ALWAYS)),
                    Window.ofDays(90),
                    Window.ofDays(30)));
        }
        return new Catalogue(
                "bench",
                new LocalDays(ZoneId.of("Asia/Shanghai")),
                wide.measures,
                wide.readings,
                List.of(general, drug),
                rules,
                Set.of("result", "kind", "count"),
                400);
    }

    static String type(int position) {
        return "bench.type" + position;
    }

    private Scheme scheme(String domain, Combination combination, int scale, int size, List<Integer> cuts) {
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int measure = measure(domain, i);
            Aggregate aggregate = AGGREGATES.get(i % AGGREGATES.size());
            readings.add(new ReadingSpec(aggregate, measure, tiers(aggregate, i)));
            indicators.add(new Indicator(
                    domain + i, new Label("指标", "indicator"), readings.size() - 1, points(i, scale), false, ""));
        }
        return new Scheme(
                domain,
                new Label(domain, domain),
                combination,
                scale,
                new ClassBands(List.of("A", "B", "C", "D"), cuts),
                indicators,
                FusionMode.WORST);
    }

    private int measure(String domain, int i) {
        int type = i % (TYPES - 1);
        FactCondition where = switch (i % 3) {
            case 0 -> FactCondition.ALWAYS;
            case 1 -> textIs("result", "failed");
            default -> new FactCondition.NumberIs(NumberTerm.number("count"), Comparison.AT_LEAST, Exact.of(2));
        };
        List<String> ends = i % 5 == 0 ? List.of(type(TYPES - 1)) : List.of();
        measures.add(new Measure(
                domain + i,
                List.of(type(type)),
                ends,
                Measure.Match.SUBJECT,
                where,
                NumberTerm.number("count"),
                TextTerm.of(TextTerm.Kind.SUBJECT)));
        return measures.size() - 1;
    }

    private static List<Tier> tiers(Aggregate aggregate, int i) {
        if (aggregate.canDecay() && i % 2 == 0) {
            return List.of(
                    new Tier(Window.ofYears(1), Exact.ONE),
                    new Tier(Window.ofYears(2), 6_000),
                    new Tier(Window.ofYears(3), 3_000));
        }
        return List.of(new Tier(i % 4 == 1 ? Window.ofDays(90) : Window.ofYears(3), Exact.ONE));
    }

    private static Points points(int i, int scale) {
        int unit = scale / 20;
        return switch (i % 3) {
            case 0 -> new Points.Each(unit, unit, 3);
            case 1 ->
                new Points.Bands(
                        0, 0, List.of(new Points.Band(Exact.ONE, unit), new Points.Band(5 * Exact.ONE, 2 * unit)));
            default -> new Points.WhenTrue(unit);
        };
    }

    private static RuleTerms terms(String id) {
        return new RuleTerms(id, new Label(id, id), Family.LEAD, List.of(), 0, 0, 0, "");
    }

    private static FactCondition textIs(String attribute, String word) {
        return new FactCondition.TextIn(TextTerm.attribute(attribute), Set.of(word));
    }
}
