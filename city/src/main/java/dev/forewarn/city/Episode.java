package dev.forewarn.city;

/**
 * How businesses deteriorate: now and then one breaks, for months. All figures are proposed.
 *
 * <p>A business is more or less prone to trouble, for good: its proneness is log-normal, and drifts from year to year.
 * In an episode what belongs to its cause happens up to {@link #MOST} times as often, after a ramp; what belongs to the
 * other groups, a quarter as much more often.
 */
final class Episode {

    /** Deviation of the logarithm of proneness. */
    static final double SPREAD = 0.6;

    /** How much of a year's proneness the next one keeps. */
    static final double MEMORY = 0.9;

    /** Episodes that begin, per business without one and year. */
    static final double PER_YEAR = 0.08;

    /** Median length in days, and the deviation of its logarithm. */
    static final double MEDIAN_DAYS = 240;

    static final double LENGTH_SPREAD = 0.6;

    /** Least and most strength: how many times as often. */
    static final double LEAST = 3;

    static final double MOST = 12;

    /** Days from the beginning to full strength. */
    static final int RAMP_DAYS = 60;

    /** How much of the additional trouble comes to the groups that are not the cause. */
    static final double SPILL = 0.25;

    /** The share of each cause, cumulated: quality, conduct, finance. */
    private static final double[] CAUSES = {0.5, 0.8, 1.0};

    private static final Group[] CAUSED = {Group.QUALITY, Group.CONDUCT, Group.FINANCE};

    private static final double QUALITY_MEAN = mean(Group.QUALITY);
    private static final double CONDUCT_MEAN = mean(Group.CONDUCT);
    private static final double FINANCE_MEAN = mean(Group.FINANCE);

    private Episode() {}

    static Group cause(Dice dice) {
        return CAUSED[dice.pick(CAUSES)];
    }

    static int lengthDays(Dice dice) {
        return Math.max(30, (int) dice.logNormal(MEDIAN_DAYS, LENGTH_SPREAD));
    }

    /** Log-uniform between least and most. */
    static double strength(Dice dice) {
        return LEAST * StrictMath.exp(dice.unit() * StrictMath.log(MOST / LEAST));
    }

    /** How many times as often trouble of a group comes on a day of an episode, from 0 for its first. */
    static double factor(Group cause, double strength, Group group, int dayOfEpisode) {
        double ramp = Math.min(1, (dayOfEpisode + 1.0) / RAMP_DAYS);
        double more = (strength - 1) * ramp;
        return group == Group.STEADY ? 1 : 1 + (group == cause ? more : more * SPILL);
    }

    private static double meanDays() {
        return MEDIAN_DAYS * StrictMath.exp(LENGTH_SPREAD * LENGTH_SPREAD / 2);
    }

    /** The share of businesses that are in an episode, on the average over time. */
    static double meanShare() {
        double perYear = PER_YEAR * meanDays() / 365;
        return perYear / (1 + perYear);
    }

    /** What trouble of a group is multiplied with on the average over businesses and times. */
    static double meanTrouble(Group group) {
        return switch (group) {
            case STEADY -> 1;
            case QUALITY -> QUALITY_MEAN;
            case CONDUCT -> CONDUCT_MEAN;
            case FINANCE -> FINANCE_MEAN;
        };
    }

    private static double mean(Group group) {
        double meanDays = meanDays();
        double more = (MOST - LEAST) / StrictMath.log(MOST / LEAST) - 1;
        double ramped = more * (meanDays - RAMP_DAYS / 2.0) / meanDays;
        double caused = shareOf(group);
        return StrictMath.exp(SPREAD * SPREAD / 2) * (1 + meanShare() * ramped * (caused + (1 - caused) * SPILL));
    }

    private static double shareOf(Group group) {
        double before = 0;
        for (int i = 0; i < CAUSES.length; i++) {
            if (CAUSED[i] == group) {
                return CAUSES[i] - before;
            }
            before = CAUSES[i];
        }
        throw new IllegalArgumentException("causes are quality, conduct and finance; got " + group);
    }
}
