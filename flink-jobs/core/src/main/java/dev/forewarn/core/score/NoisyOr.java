package dev.forewarn.core.score;

import java.util.Arrays;

/**
 * The tables of the noisy-or on 0..1000: {@code L(w) = −ln(1 − w/1000)} in micro-nats, rounded. StrictMath gives the
 * same bits on every machine, and nothing but integers leaves this class.
 */
final class NoisyOr {

    /** The scale on which the tables are defined. */
    static final int SCALE = 1000;

    private static final long[] LOGS = new long[SCALE];
    /** Sum of logarithms from which on the score is at least s + 1: the logarithm of s and a half. */
    private static final long[] STEPS = new long[SCALE];

    static {
        for (int w = 0; w < SCALE; w++) {
            LOGS[w] = microNats(w);
            STEPS[w] = microNats(w + 0.5);
        }
    }

    private NoisyOr() {}

    static long logOf(int weight) {
        return LOGS[Math.max(0, Math.min(SCALE - 1, weight))];
    }

    static int scoreOf(long logs) {
        int found = Arrays.binarySearch(STEPS, logs);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static long microNats(double weight) {
        return StrictMath.round(-StrictMath.log(1 - weight / SCALE) * 1e6);
    }
}
