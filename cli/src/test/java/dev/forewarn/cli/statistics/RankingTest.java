package dev.forewarn.cli.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTest {

    /** Pairs by hand: 0.9 beats both good ones, 0.5 ties with one (half) and beats one: 3.5 of 4. */
    @Test
    void aTieCountsHalf() {
        Ranking ranking = Ranking.of(new double[] {0.9, 0.5, 0.5, 0.1}, new boolean[] {true, true, false, false});
        assertThat(ranking.auc()).isEqualTo(3.5 / 4);
    }

    @Test
    void equalScoresTellNothing() {
        Ranking ranking = Ranking.of(new double[] {7, 7, 7}, new boolean[] {true, false, false});
        assertThat(ranking.auc()).isEqualTo(0.5);
        assertThat(ranking.positivesAmong(1)).isEqualTo(1.0 / 3);
    }

    @Test
    void theWorstOrderHasNone() {
        assertThat(Ranking.of(new double[] {1, 2}, new boolean[] {true, false}).auc())
                .isZero();
    }

    @Test
    void withoutBothKindsThereIsNoFigure() {
        assertThat(Ranking.of(new double[] {1, 2}, new boolean[] {true, true}).auc())
                .isNaN();
        assertThat(Ranking.of(new double[0], new boolean[0]).baseRate()).isNaN();
    }

    /** Ten cases, the bad ones at places 1, 2 and 5: the top 20 % hold two of three, 1 / 0.3 times the base rate. */
    @Test
    void theTopIsCountedInWholeCases() {
        double[] scores = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
        boolean[] isBad = {true, true, false, false, true, false, false, false, false, false};
        Ranking ranking = Ranking.of(scores, isBad);
        assertThat(ranking.precisionAt(20)).isEqualTo(1);
        assertThat(ranking.recallAt(20)).isEqualTo(2.0 / 3);
        assertThat(ranking.liftAt(20)).isEqualTo(1 / 0.3, within(1e-12));
        // 1 % of ten cases is one case, and 25 % are three.
        assertThat(ranking.precisionAt(1)).isEqualTo(1);
        assertThat(ranking.precisionAt(25)).isEqualTo(2.0 / 3);
    }

    /** The cut goes through a group of four with two bad ones: a half of the group holds one of them on average. */
    @Test
    void aGroupThatIsCutCountsInParts() {
        Ranking ranking = Ranking.of(
                new double[] {5, 5, 5, 5, 1, 1, 1, 1},
                new boolean[] {true, true, false, false, false, false, false, false});
        assertThat(ranking.positivesAmong(2)).isEqualTo(1);
        assertThat(ranking.precisionAt(25)).isEqualTo(0.5);
    }

    @Test
    void scoresAndOutcomesGoTogether() {
        assertThatThrownBy(() -> Ranking.of(new double[1], new boolean[2])).hasMessageContaining("1 and 2");
    }
}
