package dev.forewarn.core.score;

/**
 * How points become a score. Each weight has a share, shares add up in any order, and the score is read off their sum;
 * so the result does not depend on the order of facts and a weight that is taken back leaves no trace.
 */
public enum Combination {
    /** The sum of the points, capped at the scale: reproduces published schemes. */
    ADDITIVE {
        @Override
        public long shareOf(int weight) {
            return Math.max(0, weight);
        }

        @Override
        public int scoreOf(long share, int scale) {
            return (int) Math.min(scale, share);
        }
    },
    /** {@code 1000 × (1 − Π(1 − w/1000))} on integer logarithms; defined on a scale of 1000. */
    NOISY_OR {
        @Override
        public long shareOf(int weight) {
            return NoisyOr.logOf(weight);
        }

        @Override
        public int scoreOf(long share, int scale) {
            return NoisyOr.scoreOf(share);
        }
    };

    /** The share of one weight, at least 0. */
    public abstract long shareOf(int weight);

    /** The score in [0, scale] of the sum of all shares. */
    public abstract int scoreOf(long share, int scale);
}
