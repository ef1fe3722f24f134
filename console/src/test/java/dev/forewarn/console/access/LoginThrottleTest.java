package dev.forewarn.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private Instant now = Instant.parse("2026-03-02T01:30:00Z");

    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void anAccountIsClosedToOneAddressForAWhile() {
        for (int i = 0; i < LoginThrottle.MOST_OF_ACCOUNT; i++) {
            assertThat(throttle.wait("wang", "a")).isZero();
            throttle.wrong("wang", "a");
        }
        assertThat(throttle.wait("wang", "a")).isEqualTo(LoginThrottle.WINDOW);
        assertThat(throttle.wait("wang", "b")).isZero();
        assertThat(throttle.wait("li", "a")).isZero();
        now = now.plus(LoginThrottle.WINDOW).plus(Duration.ofSeconds(1));
        assertThat(throttle.wait("wang", "a")).isZero();
    }

    @Test
    void anAddressThatTriesManyAccountsIsClosed() {
        for (int i = 0; i < LoginThrottle.MOST_OF_ADDRESS; i++) {
            throttle.wrong("user" + i, "a");
        }
        assertThat(throttle.wait("wang", "a")).isPositive();
        assertThat(throttle.wait("wang", "b")).isZero();
    }

    @Test
    void aRightPasswordBeginsTheCountAnew() {
        for (int i = 0; i < LoginThrottle.MOST_OF_ACCOUNT - 1; i++) {
            throttle.wrong("wang", "a");
        }
        throttle.right("wang", "a");
        throttle.wrong("wang", "a");
        assertThat(throttle.wait("wang", "a")).isZero();
    }
}
