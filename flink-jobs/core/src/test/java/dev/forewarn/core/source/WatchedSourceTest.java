package dev.forewarn.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Days are counted from 20,000, which is 2024-10-04. */
class WatchedSourceTest {

    private static final String ZONE = "Asia/Shanghai";

    private final WatchedSource named = WatchedSource.named(20_000, 2, ZONE);

    @Test
    void silenceBeginsAfterAsManyWholeDaysAsAreAllowed() {
        assertThat(Instant.ofEpochMilli(named.deadlineMs())).isEqualTo("2024-10-06T16:00:00Z");
        assertThat(named.heardOn(20_005).deadlineMs()).isEqualTo(named.startOfMs(20_008));
        assertThat(named.heardOn(20_005).quietFromMs()).isEqualTo(named.startOfMs(20_006));
        assertThat(named.heardOn(20_005).silent().silentDay()).isEqualTo(20_008);
    }

    @Test
    void anOlderDayIsNoNews() {
        WatchedSource heard = named.heardOn(20_005);
        assertThat(heard.heardOn(20_005)).isSameAs(heard);
        assertThat(heard.heardOn(20_001)).isSameAs(heard);
        assertThat(heard.silent().heardOn(20_004).isSilent()).isTrue();
    }

    @Test
    void newsEndsASilence() {
        assertThat(named.silent().heardOn(20_001).isSilent()).isFalse();
        assertThat(named.heardOn(20_005).silent().heardOn(20_006).isSilent()).isFalse();
    }

    @Test
    void aDayBeforeItWasNamedDoesNotEndASilence() {
        assertThat(named.silent().heardOn(19_990).isSilent()).isTrue();
    }

    @Test
    void lessPatienceDoesNotLookBack() {
        WatchedSource weekly = WatchedSource.named(20_000, 7, ZONE);
        WatchedSource daily = weekly.namedOn(20_005, 1, ZONE);
        assertThat(daily.deadlineMs()).isEqualTo(named.startOfMs(20_006));
        assertThat(daily.namedOn(20_009, 1, ZONE)).isEqualTo(daily);
        assertThat(daily.heardOn(20_005).deadlineMs()).isEqualTo(named.startOfMs(20_007));
    }

    @Test
    void whoKnowsOfAnEarlierNamingIsBelieved() {
        assertThat(named.namedOn(19_999, 2, ZONE).deadlineMs()).isEqualTo(named.startOfMs(20_002));
    }
}
