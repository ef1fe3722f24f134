package dev.forewarn.core.score;

/** Divides a score among the indicators that made it. */
public final class Contributions {

    private Contributions() {}

    /**
     * Whole numbers that stand to each other like the shares and sum exactly to the score: largest remainder first,
     * ties by position.
     *
     * @param score at least 0
     * @param shares each at least 0
     */
    public static int[] split(int score, long[] shares) {
        int[] parts = new int[shares.length];
        long total = 0;
        for (long share : shares) {
            total += share;
        }
        if (total == 0) {
            return parts;
        }
        long[] remainders = new long[shares.length];
        int left = score;
        for (int i = 0; i < shares.length; i++) {
            parts[i] = (int) (score * shares[i] / total);
            remainders[i] = score * shares[i] % total;
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int next = largest(remainders);
            parts[next]++;
            remainders[next] = -1;
        }
        return parts;
    }

    private static int largest(long[] remainders) {
        int found = 0;
        for (int i = 1; i < remainders.length; i++) {
            if (remainders[i] > remainders[found]) {
                found = i;
            }
        }
        return found;
    }
}
