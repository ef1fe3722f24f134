package dev.forewarn.cli.mapping;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret with which persons are hashed: the same person has the same hash in all of an installation, and nobody
 * without the secret can find out by trying names.
 */
public final class Salt {

    /** Shortest secret, in bytes. */
    public static final int LEAST_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 16;

    private final byte[] secret;

    /** Refuses a secret that could be guessed. */
    public Salt(byte[] secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("a salt has at least " + LEAST_BYTES + " bytes; got " + secret.length);
        }
        this.secret = secret.clone();
    }

    /** The hash of a text, 32 hex digits. */
    String hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] full = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(full, HASH_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
