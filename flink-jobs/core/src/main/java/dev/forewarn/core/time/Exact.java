package dev.forewarn.core.time;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Exact decimal numbers with four places, held as longs scaled by 10⁻⁴; overflow saturates, nothing is ever rounded
 * twice.
 */
public final class Exact {

    /** The number one. */
    public static final long ONE = 10_000;

    /** Says that there is no value; smaller than every value. */
    public static final long ABSENT = Long.MIN_VALUE;

    /** Largest magnitude that is kept; larger ones saturate here. */
    public static final long LIMIT = Long.MAX_VALUE / 4;

    private Exact() {}

    /** A whole number as an exact one. */
    public static long of(long whole) {
        return clamp(Math.multiplyHigh(whole, ONE), whole * ONE);
    }

    /** A decimal number rounded half up to four places. */
    public static long of(BigDecimal number) {
        BigDecimal scaled = number.movePointRight(4).setScale(0, RoundingMode.HALF_UP);
        if (scaled.abs().compareTo(BigDecimal.valueOf(LIMIT)) > 0) {
            return number.signum() < 0 ? -LIMIT : LIMIT;
        }
        return scaled.longValueExact();
    }

    /** The sum of two present values. */
    public static long add(long left, long right) {
        long sum = left + right;
        return Math.max(-LIMIT, Math.min(LIMIT, sum));
    }

    /** {@code value × factor}, rounded half up to four places. */
    public static long times(long value, long factor) {
        if (factor == ONE) {
            return value;
        }
        long high = Math.multiplyHigh(value, factor);
        long low = value * factor;
        if (high != low >> 63) {
            return high < 0 ? -LIMIT : LIMIT;
        }
        return Math.floorDiv(low > Long.MAX_VALUE - ONE ? low : low + ONE / 2, ONE);
    }

    /**
     * The quotient of two numbers of the same scale, cut off after four places towards minus infinity.
     *
     * @param divisor above 0
     */
    public static long quotient(long dividend, long divisor) {
        if (Math.abs(dividend) <= Long.MAX_VALUE / ONE) {
            return Math.floorDiv(dividend * ONE, divisor);
        }
        BigInteger[] parts = scaled(dividend).divideAndRemainder(BigInteger.valueOf(divisor));
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        boolean isLarge = floor.abs().compareTo(BigInteger.valueOf(LIMIT)) > 0;
        return isLarge ? (floor.signum() < 0 ? -LIMIT : LIMIT) : floor.longValueExact();
    }

    /** Whether {@link #quotient} cuts anything off. */
    public static boolean hasRest(long dividend, long divisor) {
        return scaled(dividend).mod(BigInteger.valueOf(divisor)).signum() != 0;
    }

    private static BigInteger scaled(long number) {
        return BigInteger.valueOf(number).multiply(BigInteger.valueOf(ONE));
    }

    /** The nearest whole number, halves rounded up. */
    public static long round(long value) {
        return Math.floorDiv(value + ONE / 2, ONE);
    }

    /** The number as people write it, without superfluous zeros. */
    public static String toText(long value) {
        return BigDecimal.valueOf(value, 4).stripTrailingZeros().toPlainString();
    }

    private static long clamp(long high, long low) {
        boolean overflows = high != low >> 63 || low > LIMIT || low < -LIMIT;
        return overflows ? (high < 0 ? -LIMIT : LIMIT) : low;
    }
}
