package dev.forewarn.cli.backtest;

import dev.forewarn.cli.replay.Period;
import dev.forewarn.cli.replay.Prepared;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The days whose visits and alerts are judged.
 *
 * @param from the first instant
 * @param to the first instant after it
 * @param end where time ends: an hour after the window, or after the data if they go on
 */
record Window(Instant from, Instant to, Instant end) {

    /** What was asked for, else the days of the data. */
    static Window of(Period asked, Prepared prepared, ZoneId zone) {
        Instant lastMidnight = prepared.last()
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
        Instant from = asked.from() == null
                ? prepared.first().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant()
                : asked.from();
        Instant to = asked.to() == null ? lastMidnight : asked.to();
        Instant last = to.isAfter(lastMidnight) ? to : lastMidnight;
        return new Window(from, to, last.plus(Period.AFTER_MIDNIGHT));
    }
}
