package dev.forewarn.core.oracle;

import dev.forewarn.core.time.WorkingDays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes up which days are worked in a few years, near the days on which things happen. */
final class RandomWorkingDays {

    private RandomWorkingDays() {}

    static WorkingDays make(Dice dice) {
        if (dice.percent(50)) {
            return WorkingDays.WEEKDAYS;
        }
        Map<Integer, WorkingDays.Year> years = new HashMap<>();
        for (int year : dice.some(java.util.List.of(2018, 2021, 2022, 2023, 2024, 2025), 60)) {
            years.put(year, year(dice, year));
        }
        return new WorkingDays(years);
    }

    /** A few holidays of several days, and some of any days worked whatever day of the week they are. */
    private static WorkingDays.Year year(Dice dice, int year) {
        Set<Integer> holidays = new HashSet<>();
        Set<Integer> makeUpDays = new HashSet<>();
        int first = (int) LocalDate.of(year, 1, 1).toEpochDay();
        int last = (int) LocalDate.of(year, 12, 31).toEpochDay();
        for (int month = 1; month <= 12; month++) {
            int begin = (int) LocalDate.of(year, month, dice.between(1, 28)).toEpochDay();
            for (int day = begin; day <= Math.min(last, begin + dice.between(0, 8)); day++) {
                holidays.add(day);
            }
            makeUpDays.add(Math.max(first, begin - dice.between(1, 4)));
            makeUpDays.add(Math.min(last, begin + dice.between(0, 12)));
        }
        return new WorkingDays.Year(holidays, makeUpDays);
    }
}
