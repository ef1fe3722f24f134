package dev.forewarn.city;

import java.time.LocalDate;

/** A month of the city, or the part of it that is lived, with what is asked of it for every business. */
final class Month {

    private final int from;
    private final int to;
    private final int year;
    private final int index;
    private final int[] firsts = new int[13];

    /**
     * Takes days of one month.
     *
     * @param from the first day
     * @param to the first day after it
     */
    Month(int from, int to) {
        this.from = from;
        this.to = to;
        LocalDate first = LocalDate.ofEpochDay(from);
        this.year = first.getYear();
        this.index = first.getMonthValue() - 1;
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = CityDays.firstDayOf(year * 12 + i);
        }
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int year() {
        return year;
    }

    /** From 0 for January. */
    int index() {
        return index;
    }

    boolean holds(int day) {
        return day >= from && day < to;
    }

    /** The first day of a month of the same year, from 0 for January; 12 is January of the next. */
    int firstOf(int monthOfYear) {
        return firsts[monthOfYear];
    }
}
