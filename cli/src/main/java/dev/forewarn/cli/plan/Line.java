package dev.forewarn.cli.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One business of a plan.
 *
 * @param number its number in the draw, in [0, 2⁴⁰)
 * @param probability of being visited, in millionths, in [0, 1,000,000]
 * @param upTo sum of the probabilities of the draw up to and with this business, in millionths; 0 outside of the draw
 * @param isSelected whether it is visited
 * @param visited visits of this year before the month
 * @param newestVisit the day of the newest one before the month, in any year
 */
record Line(
        Business business,
        Chance chance,
        long number,
        int probability,
        long upTo,
        boolean isSelected,
        int visited,
        @Nullable LocalDate newestVisit) {

    /** Millionths as a decimal number with six places. */
    static String decimal(long millionths) {
        return BigDecimal.valueOf(millionths, 6).toPlainString();
    }
}
