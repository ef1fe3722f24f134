package dev.forewarn.core.oracle;

import dev.forewarn.core.score.Combination;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** How weights become a score, and the score is divided again. */
final class PlainScore {

    private static final int SCALE = 1000;
    private static final MathContext PRECISE = new MathContext(40);

    /** −ln(1 − w/1000) in micro-nats for w of 0, ½, 1, 1½ … 999½. */
    private static final long[] LOGS = logs();

    private PlainScore() {}

    /** The share of one weight. */
    static long share(Combination combination, int weight) {
        int positive = Math.max(0, weight);
        return combination == Combination.ADDITIVE ? positive : LOGS[2 * Math.min(SCALE - 1, positive)];
    }

    static long share(Combination combination, List<Integer> weights) {
        return weights.stream().mapToLong(weight -> share(combination, weight)).sum();
    }

    static int score(Combination combination, long share, int scale) {
        if (combination == Combination.ADDITIVE) {
            return Math.toIntExact(Math.min(scale, share));
        }
        int score = 0;
        while (score < SCALE && LOGS[2 * score + 1] <= share) {
            score++;
        }
        return score;
    }

    /** Whole parts that add up to the score: each share's floor, then one more for the largest remainders. */
    static List<Integer> split(int score, List<Long> shares) {
        List<Integer> parts = new ArrayList<>();
        long total = shares.stream().mapToLong(share -> share).sum();
        if (total == 0) {
            shares.forEach(share -> parts.add(0));
            return parts;
        }
        List<Long> remainders = new ArrayList<>();
        List<Integer> byRemainder = new ArrayList<>();
        for (long share : shares) {
            byRemainder.add(parts.size());
            parts.add(Math.toIntExact(score * share / total));
            remainders.add(score * share % total);
        }
        // The sort is stable: equal remainders stay in the order of their positions.
        byRemainder.sort((left, right) -> Long.compare(remainders.get(right), remainders.get(left)));
        int missing = score - parts.stream().mapToInt(part -> part).sum();
        byRemainder.subList(0, missing).forEach(position -> parts.set(position, parts.get(position) + 1));
        return parts;
    }

    private static long[] logs() {
        long[] logs = new long[2 * SCALE];
        for (int halves = 0; halves < logs.length; halves++) {
            BigDecimal kept =
                    BigDecimal.ONE.subtract(BigDecimal.valueOf(halves).divide(BigDecimal.valueOf(2L * SCALE)));
            logs[halves] = negativeLog(kept)
                    .movePointRight(6)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        return logs;
    }

    /** −ln x for x in (0, 1]: doublings until x is near one, each worth ln 2, and −ln y = 2·artanh((1−y)/(1+y)). */
    private static BigDecimal negativeLog(BigDecimal x) {
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal near = x;
        int doublings = 0;
        while (near.compareTo(new BigDecimal("0.75")) < 0) {
            near = near.multiply(two);
            doublings++;
        }
        BigDecimal ratio = BigDecimal.ONE.subtract(near).divide(BigDecimal.ONE.add(near), PRECISE);
        BigDecimal ln2 = two.multiply(artanh(BigDecimal.ONE.divide(BigDecimal.valueOf(3), PRECISE)));
        return two.multiply(artanh(ratio)).add(ln2.multiply(BigDecimal.valueOf(doublings)));
    }

    private static BigDecimal artanh(BigDecimal y) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = y;
        for (int n = 1; n < 80; n += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(n), PRECISE));
            power = power.multiply(y, PRECISE).multiply(y, PRECISE);
        }
        return sum;
    }
}
