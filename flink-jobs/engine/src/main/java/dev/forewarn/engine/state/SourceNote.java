package dev.forewarn.engine.state;

import java.util.Comparator;

/**
 * What the watch over sources is told of one. Flat, so that Flink stores and sends it without Kryo.
 *
 * @param source the value of {@code source} in its events
 * @param atMs from when on it holds, in ms since 1970: the watch acts upon it when time has come there
 * @param day the calendar day of it, days since 1970-01-01 in the zone
 * @param allowedDays whole days without a word after which the source is silent, at least 1
 * @param zone whose days count
 */
public record SourceNote(Kind kind, String source, long atMs, int day, int allowedDays, String zone)
        implements Comparable<SourceNote> {

    /** What has become of it. Stored by name: never renamed. */
    public enum Kind {
        /** A catalogue that has taken effect names it. */
        NAMED,
        /** A catalogue that has taken effect no longer does. */
        DROPPED,
        /** An event of it came on that day; at is the midnight with which the day begins. */
        HEARD
    }

    private static final Comparator<SourceNote> ORDER =
            Comparator.comparingLong(SourceNote::atMs).thenComparing(SourceNote::kind);

    /** The order in which notes about one source are acted upon. */
    @Override
    public int compareTo(SourceNote other) {
        return ORDER.compare(this, other);
    }
}
