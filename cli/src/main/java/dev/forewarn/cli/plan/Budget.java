package dev.forewarn.cli.plan;

import dev.forewarn.cli.option.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scales the ratios of the draw so that they add up to exactly a number of visits: all by one factor, but none above
 * certainty and none below its least. In millionths; what rounding leaves over is given, a millionth each, to those
 * with the lowest numbers.
 */
final class Budget {

    private static final int HALVINGS = 200;

    private Budget() {}

    /** What is the same for many businesses. */
    private record Weight(int ratio, int least) {

        int scaled(double factor) {
            double scaled = Math.min(Chance.CERTAIN, Math.floor(ratio * factor));
            return Math.max((int) scaled, least);
        }

        boolean isOpen(double factor) {
            return ratio > 0 && scaled(factor) < Chance.CERTAIN;
        }
    }

    /**
     * The probability of each chance, in millionths.
     *
     * @param chances of the draw, by ascending number
     * @param visits that the draw may make, at least 0
     * @throws Refusal if their leasts ask for more, or not so many can be visited
     */
    static int[] probabilities(List<Chance> chances, int visits) {
        Map<Weight, Integer> counts = new HashMap<>();
        chances.forEach(chance -> counts.merge(weight(chance), 1, Integer::sum));
        long wanted = (long) visits * Chance.CERTAIN;
        check(counts, wanted);
        double factor = factor(counts, wanted);
        long left = wanted - sum(counts, factor);
        int[] probabilities = new int[chances.size()];
        for (int i = 0; i < probabilities.length; i++) {
            Weight weight = weight(chances.get(i));
            probabilities[i] = weight.scaled(factor);
            if (left > 0 && weight.isOpen(factor)) {
                probabilities[i]++;
                left--;
            }
        }
        return probabilities;
    }

    private static Weight weight(Chance chance) {
        return new Weight(chance.ratio(), chance.least());
    }

    private static void check(Map<Weight, Integer> counts, long wanted) {
        long least = sum(counts, 0);
        if (least > wanted) {
            throw new Refusal(
                    "--visits leaves " + wanted / Chance.CERTAIN + " to the draw, but the least random shares "
                            + "need " + ceiling(least) + "; ask for more visits, or lower 'least' in the plan's rules");
        }
        long most = sum(counts, Chance.CERTAIN);
        if (most < wanted) {
            throw new Refusal("--visits leaves " + wanted / Chance.CERTAIN + " to the draw, but only "
                    + most / Chance.CERTAIN + " businesses can be drawn; ask for fewer visits");
        }
    }

    /** The greatest factor with which the sum does not exceed what is wanted. */
    private static double factor(Map<Weight, Integer> counts, long wanted) {
        double low = 0;
        double high = Chance.CERTAIN;
        if (sum(counts, high) <= wanted) {
            return high;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (sum(counts, middle) <= wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long sum(Map<Weight, Integer> counts, double factor) {
        long sum = 0;
        for (Map.Entry<Weight, Integer> entry : counts.entrySet()) {
            sum += (long) entry.getValue() * entry.getKey().scaled(factor);
        }
        return sum;
    }

    private static long ceiling(long millionths) {
        return (millionths + Chance.CERTAIN - 1) / Chance.CERTAIN;
    }
}
