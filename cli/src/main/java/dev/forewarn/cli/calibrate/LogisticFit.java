package dev.forewarn.cli.calibrate;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Penalised logistic regression (LIBLINEAR, L2) with weights of at least 0: a term whose weight comes out below 0 is
 * left out, the most wrong one first, and the rest is fitted again.
 */
final class LogisticFit {

    /** Terms that fewer visits have tell nothing that would last. */
    static final int LEAST_SUPPORT = 20;

    private static final int COPIES = 4;
    private static final int MOST_COPIES = 40;
    private static final double TOLERANCE = 1e-3;

    private LogisticFit() {}

    /**
     * The weights of all terms, 0 of those left out, so that more means worse.
     *
     * @param penalty how little is believed of the data: large shrinks all weights; above 0
     */
    static double[] weights(Samples samples, double penalty) {
        List<Integer> used = new ArrayList<>(IntStream.range(0, samples.terms().size())
                .filter(term -> samples.support(term) >= LEAST_SUPPORT)
                .boxed()
                .toList());
        double[] weights = new double[samples.terms().size()];
        while (!used.isEmpty()) {
            double[] found = unconstrained(samples, used, penalty);
            int worst = 0;
            for (int i = 1; i < found.length; i++) {
                worst = found[i] < found[worst] ? i : worst;
            }
            if (found[worst] >= 0) {
                for (int i = 0; i < found.length; i++) {
                    weights[used.get(i)] = found[i];
                }
                return weights;
            }
            used.remove(worst);
        }
        return weights;
    }

    /** The weights of some terms; below 0 where the data speak against the direction of the term. */
    static double[] unconstrained(Samples samples, List<Integer> used, double penalty) {
        double[] scales = used.stream()
                .mapToDouble(term -> Math.max(1e-9, deviation(samples.column(term))))
                .toArray();
        List<Feature[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        boolean isWeighted = isWeighted(samples);
        for (int i = 0; i < samples.size(); i++) {
            Feature[] row = row(samples, i, used, scales);
            // LIBLINEAR has no weights of cases, so a case stands in several copies.
            long copies =
                    isWeighted ? Math.max(1, Math.min(MOST_COPIES, Math.round(samples.weights()[i] * COPIES))) : 1;
            for (long copy = 0; copy < copies; copy++) {
                rows.add(row);
                labels.add(samples.isBad()[i] ? 1.0 : 0.0);
            }
        }
        Problem problem = new Problem();
        problem.l = rows.size();
        problem.n = used.size() + 1;
        problem.bias = 1;
        problem.x = rows.toArray(Feature[][]::new);
        problem.y = labels.stream().mapToDouble(Double::doubleValue).toArray();
        Linear.disableDebugOutput();
        Parameter parameter = new Parameter(SolverType.L2R_LR, 1 / (penalty * (isWeighted ? COPIES : 1)), TOLERANCE);
        // How frequent bad outcomes are is no claim that should be made small, or rare ones would bend the weights.
        parameter.setRegularizeBias(false);
        Model model = Linear.train(problem, parameter);
        double[] weights = new double[used.size()];
        // The weights are those of the class that was seen first.
        int sign = model.getLabels()[0] == 1 ? 1 : -1;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sign * model.getFeatureWeights()[i] / scales[i];
        }
        return weights;
    }

    /** What the weights say of each visit, up to a constant. */
    static double[] scores(Samples samples, double[] weights) {
        double[] scores = new double[samples.size()];
        for (int i = 0; i < scores.length; i++) {
            for (int t = 0; t < weights.length; t++) {
                scores[i] += weights[t] * samples.terms().get(t).direction() * samples.rows()[i][t];
            }
        }
        return scores;
    }

    private static Feature[] row(Samples samples, int row, List<Integer> used, double[] scales) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < used.size(); i++) {
            int term = used.get(i);
            double value = samples.rows()[row][term] * samples.terms().get(term).direction();
            if (value != 0) {
                features.add(new FeatureNode(i + 1, value / scales[i]));
            }
        }
        features.add(new FeatureNode(used.size() + 1, 1));
        return features.toArray(Feature[]::new);
    }

    private static boolean isWeighted(Samples samples) {
        for (double weight : samples.weights()) {
            if (Math.abs(weight - 1) > 1e-9) {
                return true;
            }
        }
        return false;
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / Math.max(1, values.length));
    }
}
