package dev.forewarn.cli.plan;

import java.util.Locale;

/**
 * A share of counted cases, with Wilson's interval.
 *
 * @param count in [0, of]
 * @param of at least 0
 */
record Share(int count, int of) {

    /** The quantile of the normal distribution that leaves 2.5 % on each side. */
    static final double Z = 1.959964;

    /** NaN of nothing. */
    double value() {
        return of == 0 ? Double.NaN : (double) count / of;
    }

    /** Lower end of the interval of 95 %, in [0, 1]. */
    double low() {
        return of == 0 ? 0 : Math.max(0, middle() - halfWidth());
    }

    /** Upper end of the interval of 95 %, in [0, 1]. */
    double high() {
        return of == 0 ? 1 : Math.min(1, middle() + halfWidth());
    }

    private double middle() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double halfWidth() {
        double variance = value() * (1 - value()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(variance) / (1 + Z * Z / of);
    }

    /** Such as {@code 48.0% (41-55%)}. */
    String text() {
        return of == 0 ? "-" : text(value(), low(), high());
    }

    static String text(double value, double low, double high) {
        return String.format(Locale.ROOT, "%.1f%% (%.0f-%.0f%%)", 100 * value, 100 * low, 100 * high);
    }
}
