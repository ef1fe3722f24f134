package dev.forewarn.core.time;

/**
 * Arithmetic on days since 1970-01-01 in the proleptic Gregorian calendar, as {@link java.time.LocalDate} does it but
 * on plain numbers: every reading asks the calendar when it will change. The year is taken to begin on 1 March, so that
 * the leap day is its last (Hinnant, "chrono-compatible low-level date algorithms").
 */
final class CivilDate {

    private static final int DAYS_OF_400_YEARS = 146_097;
    /** Days from 0000-03-01 to 1970-01-01. */
    private static final int SHIFT = 719_468;

    private CivilDate() {}

    /** The same day some months later, or the last of its month where there is none. */
    static int plusMonths(int day, int months) {
        int shifted = day + SHIFT;
        int era = Math.floorDiv(shifted, DAYS_OF_400_YEARS);
        int dayOfEra = shifted - era * DAYS_OF_400_YEARS;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int month = (5 * dayOfYear + 2) / 153;
        int dayOfMonth = dayOfYear - firstOf(month);
        int target = 12 * (400 * era + yearOfEra) + month + months;
        return dayOf(target, Math.min(dayOfMonth, lengthOf(target) - 1));
    }

    /** A month since January of year 0, as months since March of year 0. */
    static int ofJanuaryCount(int month) {
        return month - 2;
    }

    /** The day of a month (counted from March of year 0) at an offset from its first. */
    static int dayOf(int marchMonth, int offset) {
        int year = Math.floorDiv(marchMonth, 12);
        int era = Math.floorDiv(year, 400);
        int yearOfEra = year - 400 * era;
        return era * DAYS_OF_400_YEARS
                + 365 * yearOfEra
                + yearOfEra / 4
                - yearOfEra / 100
                + firstOf(marchMonth - 12 * year)
                + offset
                - SHIFT;
    }

    /** Days of the year, from 1 March, before a month. */
    private static int firstOf(int month) {
        return (153 * month + 2) / 5;
    }

    private static int lengthOf(int marchMonth) {
        return dayOf(marchMonth + 1, 0) - dayOf(marchMonth, 0);
    }
}
