package dev.forewarn.city;

import java.util.Locale;

/** What a planned visit would find, if one knew what nobody in the city can see. */
public final class Odds {

    private Odds() {}

    /**
     * The chance that a planned visit finds a problem, in [0, 0.9]: the share of 12 % of the whole city, more for a
     * business that is prone to trouble or in an episode.
     *
     * @param proneness of the business in the year, with 1 as the median
     */
    public static double problem(double proneness) {
        return Scene.chance(Supervision.PROBLEMS, proneness, Group.QUALITY);
    }

    /**
     * The same on a day of an episode.
     *
     * @param cause {@code quality}, {@code conduct} or {@code finance}
     * @param strength how many times as often trouble of the cause comes at its worst
     * @param dayOfEpisode from 0 for its first
     * @throws IllegalArgumentException for another cause
     */
    public static double problem(double proneness, String cause, double strength, int dayOfEpisode) {
        Group group = Group.valueOf(cause.toUpperCase(Locale.ROOT));
        return Scene.chance(
                Supervision.PROBLEMS,
                proneness * Episode.factor(group, strength, Group.QUALITY, dayOfEpisode),
                Group.QUALITY);
    }
}
