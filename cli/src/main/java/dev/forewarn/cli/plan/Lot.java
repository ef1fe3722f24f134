package dev.forewarn.cli.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.Locale;

/**
 * Random numbers that anybody can work out again with {@code sha256sum}: the first ten hexadecimal digits of the
 * SHA-256 of a text in UTF-8. The text is the seed, the month and what the number is for, joined by {@code |}; so the
 * same seed gives other numbers in another month.
 */
final class Lot {

    /** Numbers lie in [0, this). */
    static final long RANGE = 1L << 40;

    private static final int UNUSED_BITS = 24;

    private final String prefix;

    Lot(String seed, YearMonth month) {
        this.prefix = seed + '|' + month;
    }

    /** Where the draw starts, in millionths of a visit, in [0, 1,000,000). */
    int start() {
        return Math.toIntExact(Chance.CERTAIN * (of(prefix) >>> 8) / (RANGE >>> 8));
    }

    /** The number of a business, in [0, 2⁴⁰). */
    long of(Business business) {
        return of(prefix + '|' + business.entityId());
    }

    /** The number of an inspector for one visit, in [0, 2⁴⁰); the two lowest go. */
    long of(Business business, Inspector inspector) {
        return of(prefix + '|' + business.entityId() + '|' + inspector.id());
    }

    /** The number of any text, in [0, 2⁴⁰). */
    static long of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() >>> UNUSED_BITS;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The ten digits, as they begin the output of {@code sha256sum}. */
    static String hex(long number) {
        return String.format(Locale.ROOT, "%010x", number);
    }
}
