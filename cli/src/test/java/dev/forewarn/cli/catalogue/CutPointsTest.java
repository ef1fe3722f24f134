package dev.forewarn.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutPointsTest {

    @Test
    void scoresThatAreAllDifferentAreCutExactly() {
        List<Integer> scores = IntStream.range(0, 200).boxed().toList();
        assertThat(CutPoints.of(scores, mix("A", 60.0, "B", 30.0, "C", 7.5, "D", 2.5), 1000))
                .containsExactly(
                        new CutPoints.Cut("A", 120, 0.6),
                        new CutPoints.Cut("B", 180, 0.3),
                        new CutPoints.Cut("C", 195, 0.075),
                        new CutPoints.Cut("D", 1001, 0.025));
    }

    @Test
    void equalScoresStayTogetherAndTheNearestMixIsTaken() {
        List<Integer> scores = List.of(0, 0, 0, 0, 0, 0, 0, 50, 50, 300);
        assertThat(CutPoints.of(scores, mix("A", 60.0, "B", 30.0, "C", 10.0), 1000))
                .containsExactly(
                        new CutPoints.Cut("A", 1, 0.7),
                        new CutPoints.Cut("B", 51, 0.2),
                        new CutPoints.Cut("C", 1001, 0.1));
    }

    @Test
    void cutsAscendEvenWhereNobodyIsLeft() {
        List<CutPoints.Cut> cuts = CutPoints.of(List.of(3, 3), mix("A", 0.0, "B", 0.0, "C", 100.0), 3);
        assertThat(cuts).extracting(CutPoints.Cut::below).containsExactly(1, 2, 4);
    }

    @Test
    void moreClassesThanScoresAreRefused() {
        assertThatThrownBy(() -> CutPoints.of(List.of(0), mix("A", 50.0, "B", 25.0, "C", 25.0), 1))
                .hasMessageContaining("no more classes");
    }

    private static Map<String, Double> mix(Object... pairs) {
        Map<String, Double> mix = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            mix.put((String) pairs[i], (Double) pairs[i + 1] / 100);
        }
        return mix;
    }
}
