package dev.forewarn.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingSpecTest {

    private static ReadingSpec decay(String shorter, String longer) {
        return new ReadingSpec(
                Aggregate.COUNT,
                0,
                List.of(new Tier(Window.parse(shorter), Exact.ONE), new Tier(Window.parse(longer), 5_000)));
    }

    @Test
    void stepsOfADecayMustAscendForRecordsOfEveryDay() {
        assertThat(decay("1m", "31d").window()).isEqualTo(Window.ofDays(31));
        assertThat(decay("1y", "ever").window()).isEqualTo(Window.EVER);
        // A month that begins in February is over before thirty days are.
        assertThatThrownBy(() -> decay("30d", "1m")).hasMessageContaining("must ascend");
        assertThatThrownBy(() -> decay("1y", "1y")).hasMessageContaining("must ascend");
        assertThatThrownBy(() -> decay("ever", "3y")).hasMessageContaining("must ascend");
    }
}
