package dev.forewarn.core.oracle;

import dev.forewarn.core.time.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts working days one by one. */
record PlainWorkingDays(WorkingDays calendar) {

    boolean isWorked(LocalDate day) {
        int number = Math.toIntExact(day.toEpochDay());
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        WorkingDays.Year year = calendar.years().get(day.getYear());
        if (year == null) {
            return !isWeekend;
        }
        return year.makeUpDays().contains(number)
                || (!isWeekend && !year.holidays().contains(number));
    }

    LocalDate after(LocalDate day, int count) {
        return moved(day, 1, count);
    }

    LocalDate before(LocalDate day, int count) {
        return moved(day, -1, count);
    }

    private LocalDate moved(LocalDate day, int step, int count) {
        LocalDate found = day;
        int worked = 0;
        while (worked < count) {
            found = found.plusDays(step);
            if (isWorked(found)) {
                worked++;
            }
        }
        return found;
    }
}
