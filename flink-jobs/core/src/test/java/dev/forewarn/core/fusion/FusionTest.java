package dev.forewarn.core.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fusion cases of the field report, section 3, with four classes: each mode says its own class. */
class FusionTest {

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    @Test
    void ordinaryProfessionalRiskOfAnElevatedBusiness() {
        assertThat(fused(professional(40, B), general(600, C, false))).containsExactly(B, C, C, C);
    }

    @Test
    void highProfessionalRiskOfAGoodBusiness() {
        assertThat(fused(professional(65, D), general(100, A, false))).containsExactly(C, D, C, D);
    }

    @Test
    void lowProfessionalRiskOfABusinessThatARuleMakesTheWorst() {
        Fusion.Side general = general(0, D, true);
        Fusion fusion = Fusion.of(FusionMode.OVERLAY);
        assertThat(fusion.fuse(FusionMode.OVERLAY, professional(0, A), general)).isEqualTo(D);
        assertThat(fusion.fuse(FusionMode.MATRIX, professional(0, A), general)).isEqualTo(C);
        assertThat(fusion.fuse(FusionMode.WORST, professional(0, A), general)).isEqualTo(D);
    }

    /** By indicator, overlay, matrix and worst, in this order. */
    private static List<Integer> fused(Fusion.Side professional, Fusion.Side general) {
        Fusion fusion = Fusion.of(FusionMode.INDICATOR);
        return Stream.of(FusionMode.INDICATOR, FusionMode.OVERLAY, FusionMode.MATRIX, FusionMode.WORST)
                .map(mode -> fusion.fuse(mode, professional, general))
                .toList();
    }

    private static Fusion.Side professional(int score, int rank) {
        return new Fusion.Side(score, 100, rank, 4, -1, false, true);
    }

    private static Fusion.Side general(int score, int rank, boolean isWorstByRule) {
        return new Fusion.Side(score, 1000, rank, 4, -1, isWorstByRule, true);
    }
}
