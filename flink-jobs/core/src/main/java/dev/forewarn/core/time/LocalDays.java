package dev.forewarn.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Turns instants into calendar days of one zone and back. The offsets of the zone between the two bounds are laid out
 * once, so that the common case is one comparison and one division.
 */
public final class LocalDays {

    /** Earliest day that an event may name, 1900-01-01. */
    public static final int FIRST = (int) LocalDate.of(1900, 1, 1).toEpochDay();

    /** First day that an event may no longer name, 2200-01-01. */
    public static final int END = (int) LocalDate.of(2200, 1, 1).toEpochDay();

    private static final long DAY_MS = 86_400_000;

    private final ZoneId zone;
    private final long[] changesMs;
    private final long[] offsetsMs;

    public LocalDays(ZoneId zone) {
        this.zone = zone;
        ZoneRules rules = zone.getRules();
        Instant at = Instant.ofEpochMilli(FIRST * DAY_MS).minusSeconds(86_400);
        Instant end = Instant.ofEpochMilli(END * DAY_MS).plusSeconds(86_400);
        long[] changes = new long[1024];
        long[] offsets = new long[1024];
        changes[0] = Long.MIN_VALUE;
        offsets[0] = rules.getOffset(at).getTotalSeconds() * 1000L;
        int count = 1;
        for (ZoneOffsetTransition next = rules.nextTransition(at);
                next != null && next.getInstant().isBefore(end);
                next = rules.nextTransition(next.getInstant())) {
            changes[count] = next.getInstant().toEpochMilli();
            offsets[count] = next.getOffsetAfter().getTotalSeconds() * 1000L;
            count++;
        }
        this.changesMs = Arrays.copyOf(changes, count);
        this.offsetsMs = Arrays.copyOf(offsets, count);
    }

    /** The zone whose days these are. */
    public ZoneId zone() {
        return zone;
    }

    /** The day of an instant (ms since 1970), as days since 1970-01-01. */
    public int dayOf(long instantMs) {
        return (int) Math.floorDiv(instantMs + offsetAt(instantMs), DAY_MS);
    }

    /** The first instant of a day, in ms since 1970. */
    public long startOf(int day) {
        long utc = day * DAY_MS;
        long guess = utc - offsetAt(utc - offsetAt(utc));
        if (dayOf(guess) == day && dayOf(guess - 1) == day - 1 && offsetAt(guess) == offsetAt(guess - 1)) {
            return guess;
        }
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The month of a day as {@code 12 × year + month - 1}. */
    public static int monthOf(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return 12 * date.getYear() + date.getMonthValue() - 1;
    }

    /** The first day of a month given as {@code 12 × year + month - 1}. */
    public static int firstDayOf(int month) {
        return CivilDate.dayOf(CivilDate.ofJanuaryCount(month), 0);
    }

    /** The last day of the month that a day lies in. */
    public static int lastDayOfMonth(int day) {
        return firstDayOf(monthOf(day) + 1) - 1;
    }

    /** Whether an instant lies between the first and the last day that an event may name. */
    public static boolean isPossible(long instantMs) {
        return instantMs >= FIRST * DAY_MS && instantMs < END * DAY_MS;
    }

    /** The zone of most tests. */
    public static LocalDays utc() {
        return new LocalDays(ZoneOffset.UTC);
    }

    private long offsetAt(long instantMs) {
        int last = changesMs.length - 1;
        if (instantMs >= changesMs[last]) {
            return offsetsMs[last];
        }
        int found = Arrays.binarySearch(changesMs, instantMs);
        return offsetsMs[found >= 0 ? found : -found - 2];
    }
}
