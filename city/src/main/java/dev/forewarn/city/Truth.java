package dev.forewarn.city;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of what nobody in the city can see: how prone to trouble a business was in a year, or that it broke.
 *
 * @param entityId the business
 * @param what {@code proneness} for a span of at most a year, {@code episode} for a time of deterioration
 * @param from the first day
 * @param until the first day on which it no longer held, null if it held when the city ended
 * @param level proneness, with 1 as the median; of an episode how many times as often its own trouble came at its worst
 * @param cause of an episode {@code quality}, {@code conduct} or {@code finance}; else empty
 * @param isSilent whether nothing is heard of the business but its registration and reports
 */
public record Truth(
        String entityId,
        What what,
        LocalDate from,
        @Nullable LocalDate until,
        double level,
        String cause,
        boolean isSilent) {

    /** The first line of a file of such lines. */
    public static final String CSV_HEADER = "entity_id,what,from,until,level,cause,silent";

    /** What a line tells. */
    public enum What {
        PRONENESS,
        EPISODE
    }

    /** As a line of a file of comma-separated values. */
    public String csv() {
        return String.join(
                ",",
                entityId,
                what.name().toLowerCase(Locale.ROOT),
                from.toString(),
                until == null ? "" : until.toString(),
                Double.toString(Math.round(level * 100) / 100.0),
                cause,
                Boolean.toString(isSilent));
    }
}
