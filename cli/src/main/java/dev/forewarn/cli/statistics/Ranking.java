package dev.forewarn.cli.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cases from the highest score to the lowest. Cases of equal score share their places: each counts as if it stood at
 * every place of its group in equal parts, which is what a random order among them gives on average.
 */
public final class Ranking {

    private final List<Group> groups;
    private final int cases;
    private final int positives;

    /** Cases of one score, with how many of them are bad. */
    private record Group(int cases, int positives) {}

    private Ranking(List<Group> groups) {
        this.groups = groups;
        this.cases = groups.stream().mapToInt(Group::cases).sum();
        this.positives = groups.stream().mapToInt(Group::positives).sum();
    }

    /**
     * Ranks cases.
     *
     * @param scores one for each case
     * @param isBad the outcome of each case
     */
    public static Ranking of(double[] scores, boolean[] isBad) {
        if (scores.length != isBad.length) {
            throw new IllegalArgumentException(
                    "each case has a score and an outcome; got " + scores.length + " and " + isBad.length);
        }
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .toList();
        List<Group> groups = new ArrayList<>();
        int from = 0;
        while (from < order.size()) {
            int to = from;
            int bad = 0;
            while (to < order.size() && scores[order.get(to)] == scores[order.get(from)]) {
                bad += isBad[order.get(to)] ? 1 : 0;
                to++;
            }
            groups.add(new Group(to - from, bad));
            from = to;
        }
        return new Ranking(groups);
    }

    public int cases() {
        return cases;
    }

    public int positives() {
        return positives;
    }

    /** The share of cases that are bad, NaN if there are none. */
    public double baseRate() {
        return (double) positives / cases;
    }

    /**
     * The chance that a bad case stands above a good one, ties counting half (Mann and Whitney); NaN unless there are
     * cases of both kinds.
     */
    public double auc() {
        double goodAbove = 0;
        double right = 0;
        for (Group group : groups) {
            double good = group.cases() - group.positives();
            right += group.positives() * (cases - positives - goodAbove - good + good / 2);
            goodAbove += good;
        }
        return right / ((double) positives * (cases - positives));
    }

    /**
     * How many bad cases stand among the highest; not whole where a group of equal scores is cut.
     *
     * @param top how many cases, also a fraction, in [0, cases]
     */
    public double positivesAmong(double top) {
        double left = top;
        double found = 0;
        for (Group group : groups) {
            if (left <= 0) {
                break;
            }
            double taken = Math.min(left, group.cases());
            found += group.positives() * taken / group.cases();
            left -= taken;
        }
        return found;
    }

    /** The share of bad cases among so many per cent of the highest, at least one case; NaN if there are none. */
    public double precisionAt(double percent) {
        double top = topOf(percent);
        return positivesAmong(top) / top;
    }

    /** The share of all bad cases that stand among so many per cent of the highest; NaN if there are none. */
    public double recallAt(double percent) {
        return positivesAmong(topOf(percent)) / positives;
    }

    /** How many times the base rate the precision is; NaN if there are no bad cases. */
    public double liftAt(double percent) {
        return precisionAt(percent) / baseRate();
    }

    private double topOf(double percent) {
        return Math.min(cases, Math.max(1, Math.ceil(cases * percent / 100)));
    }
}
