package dev.forewarn.city;

import java.time.LocalDate;

/**
 * What makes a city: the same plan gives the same events, on any machine.
 *
 * @param entities how many businesses it has at any time, in [1, 10 million]
 * @param start the first day that is lived, in [1990, 2150]; businesses are older
 * @param days how many days are lived, in [1, 36600]
 * @param seed two cities of different seeds have nothing in common but their parameters
 */
public record CityPlan(int entities, LocalDate start, int days, long seed) {

    /** Most businesses of a city. */
    public static final int MOST_ENTITIES = 10_000_000;

    /** Most days of a city, a century. */
    public static final int MOST_DAYS = 36_600;

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2150;

    public CityPlan {
        if (entities < 1 || entities > MOST_ENTITIES) {
            throw new IllegalArgumentException("a city has 1 to " + MOST_ENTITIES + " entities; got " + entities);
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a city lives 1 to " + MOST_DAYS + " days; got " + days);
        }
        if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "a city begins in the years " + FIRST_YEAR + " to " + LAST_YEAR + "; got " + start);
        }
    }

    int firstDay() {
        return (int) start.toEpochDay();
    }

    /** The first day that is no longer lived. */
    int endDay() {
        return firstDay() + days;
    }
}
