package dev.forewarn.core.time;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which days are worked: Monday to Friday but for the holidays of each year, and the weekend days that make up for
 * them. In a year that nothing is known of, Monday to Friday.
 *
 * @param years by number; days since 1970-01-01
 */
public record WorkingDays(Map<Integer, Year> years) {

    /** Nothing is known of any year. */
    public static final WorkingDays WEEKDAYS = new WorkingDays(Map.of());

    private static final int SATURDAY_AFTER_EPOCH = 2;

    /**
     * One year.
     *
     * @param holidays weekdays that are not worked; weekend days in it do no harm
     * @param makeUpDays weekend days that are worked
     */
    public record Year(Set<Integer> holidays, Set<Integer> makeUpDays) {
        public Year {
            holidays = Set.copyOf(holidays);
            makeUpDays = Set.copyOf(makeUpDays);
        }
    }

    public WorkingDays {
        years = Map.copyOf(new TreeMap<>(years));
    }

    /** Whether a day is worked. */
    public boolean isWorked(int day) {
        Year year = years.isEmpty() ? null : years.get(LocalDate.ofEpochDay(day).getYear());
        if (year != null && year.makeUpDays().contains(day)) {
            return true;
        }
        boolean isWeekend = Math.floorMod(day - SATURDAY_AFTER_EPOCH, 7) < 2;
        return !isWeekend && (year == null || !year.holidays().contains(day));
    }

    /** The n-th working day after a day, or before it if n is negative; the day itself if n is 0. */
    public int plus(int day, int n) {
        int step = Integer.signum(n);
        int found = day;
        for (int left = Math.abs(n); left > 0; ) {
            found += step;
            left -= isWorked(found) ? 1 : 0;
        }
        return found;
    }
}
