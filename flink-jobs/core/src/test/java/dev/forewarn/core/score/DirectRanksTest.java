package dev.forewarn.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Direct rules in the order of the field report, section 1.6: set, then floor, then shift, then lift. */
class DirectRanksTest {

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    private static int rank(int byScore, Effect... effects) {
        return DirectRanks.apply(byScore, List.of(effects), D);
    }

    @Test
    void setIsTheClassWhateverTheScore() {
        assertThat(rank(A, new Effect.Set(C))).isEqualTo(C);
        assertThat(rank(D, new Effect.Set(B))).isEqualTo(B);
        assertThat(rank(A, new Effect.Set(B), new Effect.Set(C))).isEqualTo(C);
    }

    @Test
    void floorHoldsAgainstABetterSet() {
        assertThat(rank(A, new Effect.Floor(C), new Effect.Set(B))).isEqualTo(C);
        assertThat(rank(D, new Effect.Floor(C))).isEqualTo(D);
    }

    @Test
    void shiftStartsFromWhatSetsAndFloorsLeave() {
        assertThat(rank(A, new Effect.Shift(1, D), new Effect.Floor(C))).isEqualTo(D);
        assertThat(rank(A, new Effect.Shift(2, B))).isEqualTo(B);
        assertThat(rank(C, new Effect.Shift(1, B))).as("beyond its cap").isEqualTo(C);
        assertThat(rank(D, new Effect.Shift(1, D))).isEqualTo(D);
    }

    @Test
    void liftComesLastAndStopsAtSetsAndFloors() {
        assertThat(rank(C, new Effect.Lift(1))).isEqualTo(B);
        assertThat(rank(A, new Effect.Lift(1))).isEqualTo(A);
        assertThat(rank(D, new Effect.Lift(2), new Effect.Floor(C))).isEqualTo(C);
        assertThat(rank(B, new Effect.Lift(1), new Effect.Shift(1, D))).isEqualTo(B);
        assertThat(rank(A, new Effect.Lift(1), new Effect.Shift(1, D), new Effect.Set(C)))
                .isEqualTo(C);
    }
}
