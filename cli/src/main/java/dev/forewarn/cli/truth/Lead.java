package dev.forewarn.cli.truth;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A warning by a rule of the family of leads.
 *
 * @param opened the day on which it was raised
 * @param ended the day on which its signal ended, null if it has not
 */
public record Lead(
        String entityId, LocalDate opened, @Nullable LocalDate ended) {

    /** Whether it stood at the beginning of a day. */
    boolean stoodOn(int epochDay) {
        return opened.toEpochDay() < epochDay && (ended == null || ended.toEpochDay() >= epochDay);
    }
}
