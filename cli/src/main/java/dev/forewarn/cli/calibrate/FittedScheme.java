package dev.forewarn.cli.calibrate;

import dev.forewarn.cli.catalogue.CutPoints;
import dev.forewarn.cli.statistics.Quantiles;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Points;
import dev.forewarn.core.score.Combination;
import dev.forewarn.core.time.Exact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Weights as points of a scheme. The scale is set so that one visit in a hundred reaches three quarters of it; the ends
 * of the classes are set so that among the visits as many stand in each class as before.
 */
final class FittedScheme {

    private static final double HIGH = 0.99;
    private static final double HIGH_SCORE = 0.75;
    private static final int MOST_NOISY = 999;

    private final Scheme scheme;
    private final Samples samples;
    private final double[] weights;
    private final double stretch;

    FittedScheme(Scheme scheme, Samples samples, double[] weights) {
        this.scheme = scheme;
        this.samples = samples;
        this.weights = weights.clone();
        double high = Quantiles.at(LogisticFit.scores(samples, weights), HIGH);
        double wanted = isNoisy() ? -Math.log(1 - HIGH_SCORE) : HIGH_SCORE * scheme.scale();
        this.stretch = high > 0 ? wanted / high : 0;
    }

    /** The new {@code points:} of each indicator that was fitted, as YAML in one line. */
    Map<String, String> points() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Indicator indicator : scheme.indicators()) {
            Map<String, Double> parts = new TreeMap<>();
            for (int t = 0; t < weights.length; t++) {
                Term term = samples.terms().get(t);
                // What is too rare is left to what the catalogue says.
                if (term.indicator().equals(indicator.id()) && samples.support(t) >= LogisticFit.LEAST_SUPPORT) {
                    parts.put(term.part(), weights[t] * term.direction());
                }
            }
            if (!parts.isEmpty()) {
                texts.put(indicator.id(), text(indicator.points(), parts));
            }
        }
        return texts;
    }

    private String text(Points points, Map<String, Double> parts) {
        if (points instanceof Points.Each each) {
            return each(each, parts);
        }
        if (points instanceof Points.Bands bands) {
            return bands(bands, parts);
        }
        return "{when-true: " + points(parts.getOrDefault("true", 0.0)) + "}";
    }

    /**
     * Further facts earn what was fitted. Where too few visits had any, the data say nothing of them: they earn what
     * they did, beside the first. Where the data say that they tell nothing, only the first earns.
     */
    private String each(Points.Each each, Map<String, Double> parts) {
        double weight = parts.getOrDefault("first", 0.0);
        int first = points(weight);
        boolean isRare = !parts.containsKey("each");
        double ratio = each.first() == 0 ? 1 : (double) each.each() / each.first();
        int further = points(isRare ? weight * ratio : parts.getOrDefault("each", 0.0));
        if (further == 0 && first > 0) {
            return "{each: " + first + ", cap: 1}";
        }
        String head = first == further ? "" : "first: " + first + ", ";
        return "{" + head + "each: " + further + ", cap: " + each.cap() + "}";
    }

    private String bands(Points.Bands bands, Map<String, Double> parts) {
        List<Double> heights = new ArrayList<>();
        double height = 0;
        double lowest = Math.min(0, parts.getOrDefault("absent", 0.0));
        for (int b = 0; b < bands.bands().size(); b++) {
            height += parts.getOrDefault("band " + b, 0.0);
            heights.add(height);
            lowest = Math.min(lowest, height);
        }
        double below = -lowest;
        String list = IntStream.range(0, heights.size())
                .mapToObj(b -> "{from: " + Exact.toText(bands.bands().get(b).from()) + ", points: "
                        + points(heights.get(b) + below) + "}")
                .collect(Collectors.joining(", "));
        double absent = bands.absent() > 0 ? parts.getOrDefault("absent", 0.0) + below : 0;
        return "{" + (below > 0 ? "below: " + points(below) + ", " : "")
                + (points(absent) > 0 ? "absent: " + points(absent) + ", " : "") + "bands: [" + list + "]}";
    }

    /** The points of a weight. */
    private int points(double weight) {
        double share = weight * stretch;
        double points = isNoisy() ? (1 - Math.exp(-share)) * scheme.scale() : share;
        return (int) Math.max(0, Math.min(isNoisy() ? MOST_NOISY : scheme.scale(), Math.round(points)));
    }

    /**
     * The new {@code classes:} as YAML in one line.
     *
     * @param before scores of the visits under the catalogue as it was, in [0, 1]
     * @param after under the new points
     */
    String classes(double[] before, double[] after) {
        Map<String, Double> mix = new LinkedHashMap<>();
        scheme.bands().labels().forEach(label -> mix.put(label, 0.0));
        for (double score : before) {
            mix.merge(labelOf(score), 1.0 / before.length, Double::sum);
        }
        List<Integer> scores = DoubleStream.of(after).mapToObj(this::onScale).toList();
        return CutPoints.text(CutPoints.of(scores, mix, scheme.scale()));
    }

    private String labelOf(double score) {
        return scheme.bands().label(scheme.bands().rankOf(onScale(score)));
    }

    private int onScale(double score) {
        return (int) Math.round(score * scheme.scale());
    }

    private boolean isNoisy() {
        return scheme.combination() == Combination.NOISY_OR;
    }
}
