package dev.forewarn.core.source;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A source and when it was last heard. Days are days since 1970-01-01 in the zone. Flat, so that Flink stores it
 * without Kryo.
 *
 * @param namedDay since which day it is watched
 * @param newestDay the newest day on which it was heard, {@link #NEVER} if it has not been heard since it was named
 * @param allowedDays whole days without a word after which it is silent, at least 1
 * @param allowedSinceDay from which day on so many are allowed: less patience does not look back
 * @param zone whose days count, such as {@code Asia/Shanghai}
 * @param silentDay the first day of its silence, {@link #NEVER} if it is not silent
 */
public record WatchedSource(
        int namedDay, int newestDay, int allowedDays, int allowedSinceDay, String zone, int silentDay) {

    /** No such day. */
    public static final int NEVER = Integer.MIN_VALUE;

    /** A source that has been named and not been heard yet. */
    public static WatchedSource named(int day, int allowedDays, String zone) {
        return new WatchedSource(day, NEVER, allowedDays, day, zone, NEVER);
    }

    /** The same if it was named on a day, perhaps under other terms, perhaps earlier than was known. */
    public WatchedSource namedOn(int day, int allowed, String zoneId) {
        boolean isUnderSameTerms = allowed == allowedDays && zoneId.equals(zone);
        return new WatchedSource(
                Math.min(namedDay, day),
                newestDay,
                allowed,
                isUnderSameTerms ? allowedSinceDay : day,
                zoneId,
                silentDay);
    }

    /** The same after it was heard; it stays silent if its day would have come all the same. */
    public WatchedSource heardOn(int day) {
        if (day <= newestDay) {
            return this;
        }
        WatchedSource heard = new WatchedSource(namedDay, day, allowedDays, allowedSinceDay, zone, NEVER);
        return heard.deadlineDay() > silentDay ? heard : this;
    }

    /** The same once its day has come. */
    public WatchedSource silent() {
        return new WatchedSource(namedDay, newestDay, allowedDays, allowedSinceDay, zone, deadlineDay());
    }

    public boolean isSilent() {
        return silentDay != NEVER;
    }

    /** The local midnight with which its silence begins unless it is heard before, in ms since 1970. */
    public long deadlineMs() {
        return startOfMs(deadlineDay());
    }

    /** The local midnight from which on nothing was heard, in ms since 1970. */
    public long quietFromMs() {
        return startOfMs(lastDay() + 1);
    }

    /** The local midnight with which a day begins, in ms since 1970. */
    public long startOfMs(int day) {
        return LocalDate.ofEpochDay(day)
                .atStartOfDay(ZoneId.of(zone))
                .toInstant()
                .toEpochMilli();
    }

    private int deadlineDay() {
        return Math.max(lastDay() + allowedDays, allowedSinceDay) + 1;
    }

    private int lastDay() {
        return Math.max(namedDay, newestDay);
    }
}
