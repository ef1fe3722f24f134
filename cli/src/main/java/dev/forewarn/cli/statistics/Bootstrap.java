package dev.forewarn.cli.statistics;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * How much a figure would vary if other cases of the same kind had been seen: cases are drawn anew with replacement,
 * and the middle 95 % of the figures are given (Efron's percentile interval). The same seed gives the same interval.
 */
public final class Bootstrap {

    private final int rounds;
    private final long seed;

    /** @param rounds how often all cases are drawn anew, at least 1 */
    public Bootstrap(int rounds, long seed) {
        if (rounds < 1) {
            throw new IllegalArgumentException("a bootstrap takes at least 1 round; got " + rounds);
        }
        this.rounds = rounds;
        this.seed = seed;
    }

    /** The ends of an interval, NaN where there are no cases. */
    public record Interval(double low, double high) {}

    /**
     * The interval of a figure.
     *
     * @param figure of the numbers of the cases that were drawn, from 0; NaN is left out
     */
    public Interval interval(int cases, ToDoubleFunction<int[]> figure) {
        if (cases == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        Random random = new Random(seed);
        double[] figures = new double[rounds];
        int kept = 0;
        int[] drawn = new int[cases];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < cases; i++) {
                drawn[i] = random.nextInt(cases);
            }
            double value = figure.applyAsDouble(drawn);
            if (!Double.isNaN(value)) {
                figures[kept++] = value;
            }
        }
        double[] found = Arrays.copyOf(figures, kept);
        return new Interval(Quantiles.at(found, 0.025), Quantiles.at(found, 0.975));
    }

    /** The interval of the mean of some values. */
    public Interval ofMean(double[] values) {
        return interval(values.length, drawn -> {
            double sum = 0;
            for (int i : drawn) {
                sum += values[i];
            }
            return sum / drawn.length;
        });
    }
}
