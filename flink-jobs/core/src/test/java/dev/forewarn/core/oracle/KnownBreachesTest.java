package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases that once broke a promise. A change of the generators makes them others; they cost nothing. */
class KnownBreachesTest {

    /** 771185: a sum by subject went absent unannounced when the last fact of a subject had no value. */
    @ParameterizedTest
    @ValueSource(longs = {771_185})
    void historyIsTheOracles(long seed) {
        assertThat(Promise.HISTORY.findBreachOrFailure(Promise.HISTORY.make(seed)))
                .isNull();
    }
}
