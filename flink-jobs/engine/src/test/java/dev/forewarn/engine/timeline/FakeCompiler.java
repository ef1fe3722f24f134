package dev.forewarn.engine.timeline;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Family;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.alert.RuleTerms;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.catalogue.Source;
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
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Combination;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.Window;
import dev.forewarn.engine.operator.CatalogueCompiler;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Bundles of one line, {@code <version> <points> [<indicators> [<days>d]] [source:<name>:<days> ...]}: each penalty of
 * the last year, or of so many days, earns the points, read by so many indicators; recalls are alerts for the drug
 * team; a class worse than the baseline is an alert.
 */
public final class FakeCompiler implements CatalogueCompiler {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** 300 points for each penalty: the class is B after one and C after two. */
    public static final String BUNDLE = "v1 300";

    private static final long serialVersionUID = 1L;
    private static final String SOURCE = "source:";

    @Override
    public Outcome compile(String text) {
        List<String> sources = Stream.of(text.split(" ", -1))
                .filter(word -> word.startsWith(SOURCE))
                .toList();
        String[] words = Stream.of(text.split(" ", -1))
                .filter(word -> !sources.contains(word))
                .toArray(String[]::new);
        if (words.length < 2 || !words[1].matches("\\d+")) {
            return new Faulty(List.of("line 1: a bundle has a version and points; got '" + text + "'", "line 2: none"));
        }
        if (words[0].equals("crash")) {
            throw new IllegalStateException("the reader has a bug");
        }
        int indicators = words.length > 2 ? Integer.parseInt(words[2]) : 1;
        Window window = words.length > 3
                ? Window.ofDays(Integer.parseInt(words[3].substring(0, words[3].length() - 1)))
                : Window.ofYears(1);
        Catalogue catalogue = catalogue(words[0], Integer.parseInt(words[1]), indicators, window);
        return new Compiled(
                naming(catalogue, sources.stream().map(FakeCompiler::source).toList()));
    }

    /** The version that a bundle names. */
    public static String version(String bundle) {
        return bundle.substring(0, bundle.indexOf(' '));
    }

    private static Catalogue catalogue(String version, int points, int count, Window window) {
        Measure penalties = new Measure(
                "penalty",
                List.of("penalty.decided"),
                List.of(),
                Measure.Match.SUBJECT,
                FactCondition.ALWAYS,
                NumberTerm.AMOUNT,
                TextTerm.of(TextTerm.Kind.SUBJECT));
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String id = "G3.1." + i;
            indicators.add(new Indicator(
                    id, new Label("行政处罚次数", "penalties"), 0, new Points.Each(points, points, 5), false, ""));
        }
        Scheme general = new Scheme(
                Scheme.GENERAL,
                new Label("通用", "general"),
                Combination.NOISY_OR,
                1000,
                new ClassBands(List.of("A", "B", "C", "D"), List.of(250, 500, 750)),
                indicators,
                FusionMode.WORST);
        return new Catalogue(
                version,
                new LocalDays(ZONE),
                List.of(penalties),
                List.of(ReadingSpec.of(Aggregate.COUNT, 0, window)),
                List.of(general),
                List.of(
                        new AlertRule.Crossing(
                                terms("CROSS", List.of()),
                                List.of(Scheme.GENERAL),
                                Map.of("B", Level.BLUE, "C", Level.YELLOW, "D", Level.RED),
                                0),
                        new AlertRule.Trigger(
                                terms("T08", List.of("drug")),
                                List.of("recall.announced"),
                                FactCondition.ALWAYS,
                                TextTerm.of(TextTerm.Kind.SUBJECT),
                                List.of(new AlertRule.FactLevel(Level.RED, FactCondition.ALWAYS)),
                                Window.ofDays(90),
                                Window.ofDays(30))),
                Set.of(),
                Catalogue.DEFAULT_HORIZON_DAYS);
    }

    private static Catalogue naming(Catalogue catalogue, List<Source> sources) {
        return new Catalogue(
                catalogue.version(),
                catalogue.days(),
                catalogue.measures(),
                catalogue.readings(),
                catalogue.schemes(),
                catalogue.rules(),
                catalogue.retained(),
                catalogue.correctionHorizonDays(),
                catalogue.workingDays(),
                catalogue.baseline(),
                catalogue.handling(),
                sources);
    }

    private static Source source(String word) {
        String[] parts = word.split(":", -1);
        return new Source(
                parts[1], new Label(parts[1], parts[1]), "", "", Integer.parseInt(parts[2]), 0, "", false, List.of());
    }

    private static RuleTerms terms(String id, List<String> domains) {
        return new RuleTerms(id, new Label(id, id), Family.LEAD, domains, 0, 0, 0, "");
    }
}
