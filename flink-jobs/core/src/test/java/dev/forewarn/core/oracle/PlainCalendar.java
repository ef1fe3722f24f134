package dev.forewarn.core.oracle;

import dev.forewarn.core.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** The calendar of one zone, by java.time alone. */
record PlainCalendar(ZoneId zone) {

    LocalDate dayOf(long instantMs) {
        return Instant.ofEpochMilli(instantMs).atZone(zone).toLocalDate();
    }

    /** The first instant of a day. */
    long midnightOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** A month as outputs number it. */
    static int numberOf(YearMonth month) {
        return 12 * month.getYear() + month.getMonthValue() - 1;
    }

    /** Whether a record of one day still counts on another, which is not before it. */
    static boolean isInside(Window window, LocalDate recordDay, LocalDate today) {
        return window.isEver()
                || today.isBefore(recordDay.plusMonths(window.months()).plusDays(window.days()));
    }
}
