package dev.forewarn.core.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of an alert over its whole life: it follows from what is known when it opens, so a replay gives it
 * again.
 */
public final class AlertIdentity {

    private AlertIdentity() {}

    /** 128 bits of the SHA-256 of entity, rule, subject and instant of opening, in hex. */
    public static String of(String entityId, AlertState alert) {
        String text =
                String.join("\u0000", entityId, alert.ruleId(), alert.subject(), Long.toString(alert.openedAtMs()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
