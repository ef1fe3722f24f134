package dev.forewarn.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords. After some of them an account can be tried no more from the same address for a while, and an
 * address not at all: guessing becomes slow, and nobody can lock out somebody who sits elsewhere.
 */
@Component
final class LoginThrottle {

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int MOST_OF_ACCOUNT = 5;
    static final int MOST_OF_ADDRESS = 50;
    private static final int MOST_KEPT = 10_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEPT;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Wrong passwords since an instant. */
    private record Count(Instant since, int wrong) {}

    /** How long nobody may try this account from this address; zero if they may. */
    synchronized Duration wait(String account, String address) {
        Duration ofAccount = wait(key(account, address), MOST_OF_ACCOUNT);
        Duration ofAddress = wait(address, MOST_OF_ADDRESS);
        return ofAccount.compareTo(ofAddress) > 0 ? ofAccount : ofAddress;
    }

    private Duration wait(String key, int most) {
        Count count = counts.get(key);
        if (count == null || count.wrong() < most) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), count.since().plus(WINDOW));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** A password was wrong. */
    synchronized void wrong(String account, String address) {
        add(key(account, address));
        add(address);
    }

    /** A password was right. */
    synchronized void right(String account, String address) {
        counts.remove(key(account, address));
    }

    private void add(String key) {
        Instant now = clock.instant();
        counts.merge(
                key,
                new Count(now, 1),
                (old, one) -> old.since().plus(WINDOW).isAfter(now) ? new Count(old.since(), old.wrong() + 1) : one);
    }

    private static String key(String account, String address) {
        return account + '\n' + address;
    }
}
