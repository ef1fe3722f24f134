package dev.forewarn.cli.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A calendar of visits that were made, filled anew in the order of a score, by the method of the City of Chicago
 * (2014): every day keeps its number of visits, and the visit of the highest score comes first. Visits of equal score
 * share their places in equal parts.
 */
public final class Calendar {

    private final int[] slots;
    private final int[] actual;
    private final boolean[] isBad;

    /**
     * @param days the day on which each visit was made
     * @param isBad the outcome of each
     */
    public Calendar(int[] days, boolean[] isBad) {
        if (days.length != isBad.length) {
            throw new IllegalArgumentException(
                    "each visit has a day and an outcome; got " + days.length + " and " + isBad.length);
        }
        this.actual = days.clone();
        this.slots = days.clone();
        Arrays.sort(slots);
        this.isBad = isBad.clone();
    }

    /** The share of bad outcomes found in the first half of all visits as they were made; of a day as a part of it. */
    public double actualFirstHalf() {
        return firstHalf(IntStream.of(actual).mapToDouble(day -> -day).toArray());
    }

    /** The same share if the visits are made in the order of a score, the highest first; NaN without bad outcomes. */
    public double firstHalf(double[] scores) {
        Ranking ranking = Ranking.of(scores, isBad);
        return ranking.positivesAmong(slots.length / 2.0) / ranking.positives();
    }

    /** The same share if all bad outcomes came first. */
    public double perfectFirstHalf() {
        return firstHalf(perfect());
    }

    /**
     * How many days earlier each bad outcome is found if the visits are made in the order of a score: positive is
     * earlier. In the order of the visits given.
     */
    public double[] daysEarlier(double[] scores) {
        double[] assigned = assigned(scores);
        return IntStream.range(0, actual.length)
                .filter(i -> isBad[i])
                .mapToDouble(i -> actual[i] - assigned[i])
                .toArray();
    }

    /** The same if all bad outcomes came first. */
    public double[] perfectDaysEarlier() {
        return daysEarlier(perfect());
    }

    /** The same if the order were random: every visit comes on the mean day. */
    public double[] randomDaysEarlier() {
        return daysEarlier(new double[actual.length]);
    }

    /** The day that each visit gets, the mean day of its places where several have the same score. */
    double[] assigned(double[] scores) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
        double[] days = new double[scores.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            double sum = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                sum += slots[to];
                to++;
            }
            for (int i = from; i < to; i++) {
                days[order[i]] = sum / (to - from);
            }
            from = to;
        }
        return days;
    }

    private double[] perfect() {
        double[] scores = new double[isBad.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = isBad[i] ? 1 : 0;
        }
        return scores;
    }
}
