package dev.forewarn.core.oracle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Makes instants up, near the places where calendars break. */
final class RandomTimes {

    static final long HOUR = 3_600_000L;
    static final long DAY = 24 * HOUR;

    /** One without summer time, one with, one whose summer time begins at midnight, one west of Greenwich, and none. */
    static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Shanghai"),
            ZoneId.of("America/Chicago"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("America/St_Johns"),
            ZoneOffset.UTC);

    /** Leap days, month ends and changes of the clock lie within a few days of these. */
    private static final List<LocalDate> ANCHORS = List.of(
            LocalDate.of(2024, 2, 27),
            LocalDate.of(2023, 2, 26),
            LocalDate.of(2023, 12, 29),
            LocalDate.of(2024, 3, 8),
            LocalDate.of(2024, 11, 1),
            LocalDate.of(2018, 11, 1),
            LocalDate.of(2018, 2, 15),
            LocalDate.of(2024, 1, 29),
            LocalDate.of(2024, 5, 29),
            LocalDate.of(2021, 7, 14));

    private final Dice dice;
    private final PlainCalendar calendar;

    RandomTimes(Dice dice, PlainCalendar calendar) {
        this.dice = dice;
        this.calendar = calendar;
    }

    PlainCalendar calendar() {
        return calendar;
    }

    long start() {
        return on(dice.of(ANCHORS).plusDays(dice.between(0, 4)));
    }

    /** An instant of a day, often its first or its last. */
    long on(LocalDate day) {
        long midnight = calendar.midnightOf(day);
        return switch (dice.between(0, 9)) {
            case 0, 1 -> midnight;
            case 2 -> midnight + 1;
            case 3 -> calendar.midnightOf(day.plusDays(1)) - 1;
            case 4 -> midnight + 12 * HOUR;
            default -> dice.between(midnight, calendar.midnightOf(day.plusDays(1)) - 1);
        };
    }

    /** Not before an instant, mostly soon after it. */
    long after(long instantMs) {
        LocalDate day = calendar.dayOf(instantMs);
        int throwOf = dice.between(0, 99);
        if (throwOf < 15) {
            return instantMs;
        }
        if (throwOf < 25) {
            return instantMs + dice.between(1, HOUR);
        }
        if (throwOf < 50) {
            return instantMs + dice.between(0, 2 * DAY);
        }
        if (throwOf < 75) {
            return Math.max(instantMs, on(day.plusDays(dice.between(0, 6))));
        }
        if (throwOf < 85) {
            LocalDate nextMonth = day.plusMonths(1).withDayOfMonth(1);
            return Math.max(instantMs, on(nextMonth.plusDays(dice.between(-1, 0))));
        }
        if (throwOf < 98) {
            return on(day.plusDays(dice.between(7, 60)));
        }
        return on(day.plusDays(dice.between(100, 500)));
    }

    /** Now or a few years ago, as businesses are founded. */
    long yearsBefore(long instantMs) {
        return dice.percent(30)
                ? before(instantMs)
                : on(calendar.dayOf(instantMs).minusYears(dice.between(0, 6)).minusDays(dice.between(0, 200)));
    }

    /** When something happened that became known at an instant: mostly before it, at most a day after it. */
    long before(long instantMs) {
        LocalDate day = calendar.dayOf(instantMs);
        int throwOf = dice.between(0, 99);
        if (throwOf < 20) {
            return instantMs;
        }
        if (throwOf < 45) {
            return instantMs - dice.between(0, 3 * DAY);
        }
        if (throwOf < 60) {
            return Math.min(instantMs, on(day.minusDays(dice.between(0, 35))));
        }
        if (throwOf < 70) {
            return instantMs + dice.of(1L, DAY, dice.between(1, DAY));
        }
        if (throwOf < 90) {
            return Math.min(instantMs, on(edge(day).plusDays(dice.between(-1, 8))));
        }
        return on(day.minusDays(dice.between(30, 1200)));
    }

    /** A day whose records are about to leave some window. */
    private LocalDate edge(LocalDate day) {
        return switch (dice.between(0, 6)) {
            case 0 -> day.minusDays(7);
            case 1 -> day.minusDays(30);
            case 2 -> day.minusMonths(1);
            case 3 -> day.minusDays(90);
            case 4 -> day.minusMonths(6);
            case 5 -> day.minusYears(1);
            default -> day.minusYears(dice.between(2, 3));
        };
    }

    /** A deadline or an end of something that happened at an instant; now and then before it. */
    long around(long instantMs) {
        LocalDate day = calendar.dayOf(instantMs);
        return switch (dice.between(0, 5)) {
            case 0 -> instantMs;
            case 1 -> instantMs + dice.between(-DAY, 5 * DAY);
            case 2 -> on(day.plusDays(dice.between(-3, 10)));
            case 3 -> on(day.plusDays(dice.between(10, 100)));
            case 4 -> on(day.plusMonths(1).withDayOfMonth(1).plusDays(dice.between(-1, 0)));
            default -> on(day.plusDays(dice.between(100, 800)));
        };
    }
}
