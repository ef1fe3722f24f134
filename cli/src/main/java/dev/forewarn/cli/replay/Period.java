package dev.forewarn.cli.replay;

import dev.forewarn.cli.option.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The part of history that is replayed, by when events became known.
 *
 * @param from the first instant, null for the beginning
 * @param to the first instant that is left out, null for the end of the data
 * @param end the instant of the last Ticks; null leaves it to the data
 */
public record Period(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant end) {

    /** All of history. */
    public static final Period ALL = new Period(null, null, null);

    /**
     * How far Ticks go beyond the end of the last day: the day work of silent businesses is spread over some minutes
     * after midnight, and the last month end would otherwise be missing.
     */
    public static final Duration AFTER_MIDNIGHT = Duration.ofHours(1);

    /**
     * Reads what a user asks for. A day is meant whole, also as the end; an instant is meant exactly, so that a later
     * replay can go on from there.
     *
     * @throws Refusal if a text is neither a day nor an instant, or the end comes before the beginning
     */
    public static Period parse(@Nullable String from, @Nullable String to, ZoneId zone) {
        Instant start = from == null ? null : instant("--from", from, 0, zone);
        Instant stop = to == null ? null : instant("--to", to, 1, zone);
        if (start != null && stop != null && !start.isBefore(stop)) {
            throw new Refusal("--from must lie before --to; got " + from + " and " + to);
        }
        boolean isDay = to != null && to.indexOf('T') < 0;
        return new Period(start, stop, stop == null || !isDay ? stop : stop.plus(AFTER_MIDNIGHT));
    }

    private static Instant instant(String option, String text, int daysLater, ZoneId zone) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal(option + " must be a day such as 2016-12-31, or an instant such as 2016-12-31T18:00:00Z;"
                    + " got " + text);
        }
    }

    /**
     * The instant of the last Ticks of a replay: as asked for, else an hour after the end of the day of the last event;
     * never in the future, which the log would refuse.
     */
    Instant endAfter(Instant last, ZoneId zone, Instant now) {
        Instant wanted = end != null
                ? end
                : last.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .plus(AFTER_MIDNIGHT);
        return wanted.isAfter(now) ? now : wanted;
    }

    /** Whether an event that became known then is part of it. */
    boolean holds(Instant recordedAt) {
        return (from == null || !recordedAt.isBefore(from)) && (to == null || recordedAt.isBefore(to));
    }
}
