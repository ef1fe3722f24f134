package dev.forewarn.city;

/**
 * Chance that is a function of its seed: SplitMix64, and StrictMath where logarithms are needed, so that every machine
 * and JDK gives the same. Each part of a life has dice of its own, so that what happens in it does not depend on what
 * was thrown elsewhere.
 */
final class Dice {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice for one place, named by numbers. */
    static Dice of(long seed, long... place) {
        long state = mix(seed + GAMMA);
        for (long part : place) {
            state = mix(state ^ mix(part + GAMMA));
        }
        return new Dice(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    /** Evenly in [0, 1). */
    double unit() {
        return (next() >>> 11) * UNIT;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Evenly in [0, bound), bound at least 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Evenly in [least, most]. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** Exponential with this mean. */
    double exponential(double mean) {
        return -StrictMath.log(1 - unit()) * mean;
    }

    /** Normal with mean 0 and deviation 1. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** Log-normal with this median; spread is the deviation of the logarithm. */
    double logNormal(double median, double spread) {
        return median * StrictMath.exp(spread * normal());
    }

    /** An index, each as likely as its part of the last of the cumulated weights. */
    int pick(double[] cumulated) {
        double point = unit() * cumulated[cumulated.length - 1];
        int low = 0;
        int high = cumulated.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (point < cumulated[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** One of these texts, all as likely. */
    String of(String... texts) {
        return texts[below(texts.length)];
    }
}
