package dev.forewarn.cli.plan;

import dev.forewarn.cli.option.Refusal;
import java.math.BigDecimal;

/** Ratios as people type them. */
final class Ratios {

    private static final int PLACES = 6;

    private Ratios() {}

    /**
     * A ratio in millionths, in [0, 1,000,000].
     *
     * @throws Refusal if the text is no number in [0, 1] with at most six places
     */
    static int millionths(String option, String key, String text) {
        try {
            int millionths = new BigDecimal(text).movePointRight(PLACES).intValueExact();
            if (millionths >= 0 && millionths <= Chance.CERTAIN) {
                return millionths;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Told below, with the same words.
        }
        throw new Refusal(option + " takes numbers in [0, 1] with at most six places, as in A=0.01; got '" + key + "="
                + text + "'");
    }

    /** The same as a share in [0, 1]. */
    static double share(String option, String key, String text) {
        return (double) millionths(option, key, text) / Chance.CERTAIN;
    }
}
