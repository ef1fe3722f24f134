package dev.forewarn.console.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By which a receiver knows that a message is ours and not old: HMAC-SHA256 under the shared secret over the time of
 * sending in seconds since 1970, a full stop, and the bytes of the body.
 */
final class Signature {

    /** Header with the time of sending. */
    static final String TIME_HEADER = "Forewarn-Timestamp";

    /** Header with the signature. */
    static final String HEADER = "Forewarn-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The value of the header. */
    static String of(String secret, long epochSeconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((epochSeconds + ".").getBytes(StandardCharsets.US_ASCII));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Whether a header is right, in a time that does not tell how much of it is. */
    static boolean isRight(String header, String secret, long epochSeconds, byte[] body) {
        return MessageDigest.isEqual(
                header.getBytes(StandardCharsets.US_ASCII),
                of(secret, epochSeconds, body).getBytes(StandardCharsets.US_ASCII));
    }
}
