package dev.forewarn.city;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days and instants of the city: days since 1970 in the zone of Shanghai, which has had one offset since 1991. */
final class CityDays {

    static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);
    static final int NEVER = Integer.MAX_VALUE;

    private static final long DAY_MS = 86_400_000L;
    private static final long OFFSET_MS = OFFSET.getTotalSeconds() * 1_000L;

    private CityDays() {}

    /** The instant of a time of day, both in ms. */
    static long at(int day, long timeOfDayMs) {
        return day * DAY_MS - OFFSET_MS + timeOfDayMs;
    }

    static int dayOf(long instantMs) {
        return (int) Math.floorDiv(instantMs + OFFSET_MS, DAY_MS);
    }

    /** Months since the year 0, a number that grows by one each month. */
    static int monthOf(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    static int firstDayOf(int month) {
        return (int) LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1)
                .toEpochDay();
    }

    /** The same day or the next Monday: offices work from Monday to Friday, and the city has no holidays. */
    static int officeDay(int day) {
        int weekday = Math.floorMod(day + 3, 7); // 1 January 1970 was a Thursday; Monday is 0.
        return weekday < 5 ? day : day + 7 - weekday;
    }
}
