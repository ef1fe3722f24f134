package dev.forewarn.cli.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Means and quantiles; NaN of nothing. */
public final class Quantiles {

    private Quantiles() {}

    public static double mean(double[] values) {
        return DoubleStream.of(values).average().orElse(Double.NaN);
    }

    public static double median(double[] values) {
        return at(values, 0.5);
    }

    /**
     * The value below which a part of all lies, between two values in a straight line (type 7 of Hyndman and Fan).
     *
     * @param part in [0, 1]
     */
    public static double at(double[] values, double part) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = part * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
