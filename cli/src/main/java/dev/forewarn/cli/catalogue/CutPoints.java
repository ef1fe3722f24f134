package dev.forewarn.cli.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Finds the scores at which classes must end so that so many businesses fall into each. */
public final class CutPoints {

    private CutPoints() {}

    /**
     * A class and where it ends.
     *
     * @param below score from which on it has ended; that of the last class is above every score
     * @param share of the businesses that fall into it, in [0, 1]
     */
    public record Cut(String label, int below, double share) {}

    /**
     * The cuts whose mix lies nearest to the wanted one; equal scores stay together, so it may lie apart.
     *
     * @param scores of all businesses, at least one
     * @param mix wanted share by class, best first; the shares add up to 1
     * @param scale the largest score
     * @throws IllegalArgumentException if there are no scores, or more classes than scores can tell apart
     */
    public static List<Cut> of(List<Integer> scores, Map<String, Double> mix, int scale) {
        if (scores.isEmpty() || mix.size() > scale + 1) {
            throw new IllegalArgumentException("cut points need scores, and no more classes than there are scores; got "
                    + scores.size() + " scores and " + mix.size() + " classes");
        }
        List<Integer> sorted = new ArrayList<>(scores);
        Collections.sort(sorted);
        List<Cut> cuts = new ArrayList<>();
        double wanted = 0;
        int from = 0;
        int left = mix.size();
        for (Map.Entry<String, Double> part : new LinkedHashMap<>(mix).entrySet()) {
            left--;
            wanted += part.getValue();
            // Each later class needs room for one score at least.
            int below = left == 0 ? scale + 1 : nearest(sorted, wanted, from + 1, scale + 1 - left);
            double share = (double) (countBelow(sorted, below) - countBelow(sorted, from)) / sorted.size();
            cuts.add(new Cut(part.getKey(), below, share));
            from = below;
        }
        return cuts;
    }

    /** The {@code classes:} of a scheme as YAML in one line. */
    public static String text(List<Cut> cuts) {
        StringJoiner classes = new StringJoiner(", ", "[", "]");
        for (Cut cut : cuts.subList(0, cuts.size() - 1)) {
            classes.add("{class: " + cut.label() + ", below: " + cut.below() + "}");
        }
        return classes.add("{class: " + cuts.get(cuts.size() - 1).label() + "}").toString();
    }

    private static int nearest(List<Integer> sorted, double wanted, int least, int most) {
        int best = least;
        double bestGap = Double.MAX_VALUE;
        for (int below = least; below <= most; below++) {
            double gap = Math.abs((double) countBelow(sorted, below) / sorted.size() - wanted);
            if (gap < bestGap) {
                bestGap = gap;
                best = below;
            }
        }
        return best;
    }

    private static int countBelow(List<Integer> sorted, int score) {
        int found = Collections.binarySearch(sorted, score);
        int position = found < 0 ? -found - 1 : found;
        while (position > 0 && sorted.get(position - 1) >= score) {
            position--;
        }
        return position;
    }
}
