package dev.forewarn.core.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.core.fusion.Fusion.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked cases of the field report, section 3: the modes disagree, so the mode is a choice that must be told. */
class FusionTest {

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    private static Side professional(int score, int rank) {
        return new Side(score, 100, rank, 4, -1, false, true);
    }

    private static Side general(int score, int rank) {
        return new Side(score, 1000, rank, 4, -1, false, true);
    }

    /** The fused ranks by indicator, overlay, matrix and worst. */
    private static List<Integer> fused(Side professional, Side general) {
        Fusion fusion = Fusion.of(FusionMode.WORST);
        return List.of(
                fusion.fuse(FusionMode.INDICATOR, professional, general),
                fusion.fuse(FusionMode.OVERLAY, professional, general),
                fusion.fuse(FusionMode.MATRIX, professional, general),
                fusion.fuse(FusionMode.WORST, professional, general));
    }

    @Test
    void poorGeneralClassMakesAGoodProfessionalOneWorseExceptByScore() {
        assertThat(fused(professional(40, B), general(600, C))).containsExactly(B, C, C, C);
    }

    @Test
    void goodGeneralClassSoftensTheWorstOneByScoreAndTableOnly() {
        assertThat(fused(professional(65, D), general(100, A))).containsExactly(C, D, C, D);
    }

    @Test
    void worstGeneralClassByDirectRuleIsTakenOverByOverlay() {
        Side set = new Side(300, 1000, D, 4, D, true, true);
        assertThat(fused(professional(10, A), set).subList(1, 4)).containsExactly(D, C, D);
        assertThat(fused(professional(10, A), general(800, D)).subList(1, 4)).containsExactly(B, C, D);
    }

    @Test
    void overlayMakesAClassBetterOnlyWhereNothingHasHappened() {
        Fusion overlay = Fusion.of(FusionMode.OVERLAY);
        Side still = new Side(40, 100, B, 4, -1, false, false);
        assertThat(overlay.fuse(still, general(0, A))).isEqualTo(A);
        assertThat(overlay.fuse(professional(40, B), general(0, A))).isEqualTo(B);
        assertThat(overlay.fuse(new Side(55, 100, C, 4, -1, false, false), general(0, A)))
                .isEqualTo(C);
    }

    @Test
    void scoreOnTheEndOfABandStillBelongsToIt() {
        Fusion byScore = Fusion.of(FusionMode.INDICATOR);
        assertThat(byScore.fuse(professional(30, B), general(300, B))).isEqualTo(A);
        assertThat(byScore.fuse(professional(30, B), general(301, B))).isEqualTo(B);
    }

    /** Found by the oracle (seed 880049): an alert whose class gets better with more points is raised and not kept. */
    @Test
    void worseClassMustNotMakeTheResultBetter() {
        Fusion standard = Fusion.of(FusionMode.MATRIX);
        assertThatThrownBy(() -> new Fusion(
                        FusionMode.MATRIX,
                        standard.alpha(),
                        standard.beta(),
                        standard.cuts(),
                        standard.shifts(),
                        List.of(List.of(3, 0), List.of(1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a worse class must not make the fused one better");
        assertThatThrownBy(() -> new Fusion(
                        FusionMode.OVERLAY,
                        standard.alpha(),
                        standard.beta(),
                        standard.cuts(),
                        List.of(2, -1),
                        standard.matrix()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
