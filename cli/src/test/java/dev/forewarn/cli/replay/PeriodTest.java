package dev.forewarn.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant LONG_AFTER = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void daysAreMeantWhole() {
        Period period = Period.parse("2024-03-01", "2024-03-31", SHANGHAI);

        assertThat(period.holds(Instant.parse("2024-02-29T15:59:59.999Z"))).isFalse();
        assertThat(period.holds(Instant.parse("2024-02-29T16:00:00Z"))).isTrue();
        assertThat(period.holds(Instant.parse("2024-03-31T15:59:59.999Z"))).isTrue();
        assertThat(period.holds(Instant.parse("2024-03-31T16:00:00Z"))).isFalse();
    }

    @Test
    void timePassesBeyondTheLastDaySoThatItsMonthEndComesOut() {
        Instant last = Instant.parse("2024-03-10T04:00:00Z");

        assertThat(Period.ALL.endAfter(last, SHANGHAI, LONG_AFTER)).isEqualTo(Instant.parse("2024-03-10T17:00:00Z"));
        assertThat(Period.parse(null, "2024-03-31", SHANGHAI).endAfter(last, SHANGHAI, LONG_AFTER))
                .isEqualTo(Instant.parse("2024-03-31T17:00:00Z"));
    }

    @Test
    void instantEndsTheReplayExactly() {
        Period period = Period.parse(null, "2024-03-31T16:00:00Z", SHANGHAI);

        assertThat(period.holds(Instant.parse("2024-03-31T16:00:00Z"))).isFalse();
        assertThat(period.endAfter(Instant.parse("2024-03-10T04:00:00Z"), SHANGHAI, LONG_AFTER))
                .isEqualTo(Instant.parse("2024-03-31T16:00:00Z"));
    }

    @Test
    void ticksNeverComeFromTheFuture() {
        Instant now = Instant.parse("2024-03-10T05:00:00Z");

        assertThat(Period.ALL.endAfter(Instant.parse("2024-03-10T04:00:00Z"), SHANGHAI, now))
                .isEqualTo(now);
    }

    @Test
    void periodsThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> Period.parse("2024-03-32", null, SHANGHAI))
                .hasMessage("--from must be a day such as 2016-12-31, or an instant such as 2016-12-31T18:00:00Z; got"
                        + " 2024-03-32");
        assertThatThrownBy(() -> Period.parse("2024-04-01", "2024-03-31", SHANGHAI))
                .hasMessage("--from must lie before --to; got 2024-04-01 and 2024-03-31");
    }
}
