package dev.forewarn.cli.backtest;

import dev.forewarn.core.assess.IndicatorReading;
import java.util.List;

/**
 * A visit of the window with what was known of the business before it, of the instant of the visit itself nothing.
 *
 * @param atMs when it was made, in ms since 1970
 * @param day the calendar day of it, days since 1970-01-01
 * @param isBad whether the outcome was bad
 * @param isKnown whether anything was known of the business
 * @param hasHistory whether it had been visited before
 * @param score in [0, 1], of the scale; 0 of a business of which nothing was known
 * @param scoreAtStart the same as of the first instant of the window
 * @param label the worst class, empty if it stood in no domain
 * @param weight how much it counts in a calibration
 * @param readings what each indicator read, none if nobody asked
 */
public record Visit(
        String entityId,
        long atMs,
        int day,
        boolean isBad,
        boolean isKnown,
        boolean hasHistory,
        double score,
        double scoreAtStart,
        String label,
        Traits traits,
        double weight,
        List<IndicatorReading> readings) {

    /**
     * By what businesses are told apart when flags are counted: each empty where the register does not say.
     *
     * @param area the division, else the grid
     * @param age how long the register has known it, as a span of years
     */
    public record Traits(String kind, String size, String area, String age) {
        static final Traits UNKNOWN = new Traits("", "", "", "");
    }
}
