package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases that once broke a promise. A change of the generators makes them others; they cost nothing. */
class KnownBreachesTest {

    /**
     * 771185: a sum by subject went absent unannounced when the last fact of a subject had no value. 20012: official
     * classes of a business of which nothing else was known were lost to a wake-up. 20015: our class of the month
     * before stood for a month at whose end the business was deregistered. 20051: a forecast did not name the direct
     * rule that brings the class.
     */
    @ParameterizedTest
    @ValueSource(longs = {771_185, 20_012, 20_015, 20_051})
    void historyIsTheOracles(long seed) {
        assertThat(Promise.HISTORY.findBreachOrFailure(Promise.HISTORY.make(seed)))
                .isNull();
    }
}
