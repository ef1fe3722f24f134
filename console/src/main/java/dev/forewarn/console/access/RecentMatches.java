package dev.forewarn.console.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for some minutes which password was right, under a key of this run: bcrypt is slow by intent, and a program
 * sends its credentials with every request. Wrong ones are never remembered.
 */
final class RecentMatches implements PasswordEncoder {

    private static final long KEPT_NS = Duration.ofMinutes(5).toNanos();
    private static final int MOST = 1_000;
    private static final int KEY_BYTES = 32;

    private final PasswordEncoder slow;
    private final SecretKeySpec key;
    private final Map<String, Long> matched = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    RecentMatches(PasswordEncoder slow) {
        this.slow = slow;
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) {
            return false;
        }
        String mark = mark(hash + '\n' + password);
        if (isRecent(mark)) {
            return true;
        }
        boolean isRight = slow.matches(password, hash);
        if (isRight) {
            synchronized (matched) {
                matched.put(mark, System.nanoTime());
            }
        }
        return isRight;
    }

    private boolean isRecent(String mark) {
        synchronized (matched) {
            Long at = matched.get(mark);
            if (at != null && System.nanoTime() - at > KEPT_NS) {
                matched.remove(mark);
                return false;
            }
            return at != null;
        }
    }

    private String mark(String text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
