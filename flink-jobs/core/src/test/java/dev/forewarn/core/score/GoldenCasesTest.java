package dev.forewarn.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden cases E1 to E9 of the field report, section 1.5: active weights, both scores, class, contributions. */
class GoldenCasesTest {

    private static final ClassBands NINGXIA = new ClassBands(List.of("A", "B", "C", "D"), List.of(251, 501, 751));

    static List<Arguments> cases() {
        return List.of(
                golden("E1 clean shop", List.of(20), 20, 20, "A", List.of(20)),
                golden("E2 new restaurant", List.of(60, 60), 120, 116, "A", List.of(58, 58)),
                golden("E3 fresh penalty", List.of(60, 60, 180), 300, 275, "B", List.of(53, 53, 169)),
                golden("E4 failed batch", List.of(60, 60, 180, 200), 500, 420, "B", List.of(48, 47, 153, 172)),
                golden(
                        "E5 burst, overdue",
                        List.of(60, 60, 180, 200, 150, 200),
                        850,
                        606,
                        "C",
                        List.of(41, 40, 129, 145, 106, 145)),
                golden("E6 expired licence", List.of(30, 400, 350), 780, 622, "C", List.of(19, 327, 276)),
                golden("E7 old penalty", List.of(20, 54), 74, 73, "A", List.of(19, 54)),
                golden("E8 abnormal list", List.of(20, 300, 120), 440, 396, "B", List.of(16, 280, 100)),
                golden("E9 court defaulter", List.of(20, 300, 180, 120), 620, 505, "C", List.of(14, 256, 143, 92)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void goldenCaseHasItsScoreClassAndContributions(
            String name, List<Integer> weights, int additive, int noisyOr, String label, List<Integer> parts) {
        assertThat(score(Combination.ADDITIVE, weights)).as(name).isEqualTo(additive);
        assertThat(score(Combination.NOISY_OR, weights)).isEqualTo(noisyOr);
        assertThat(NINGXIA.label(NINGXIA.rankOf(noisyOr))).isEqualTo(label);
        long[] shares =
                weights.stream().mapToLong(Combination.NOISY_OR::shareOf).toArray();
        assertThat(IntStream.of(Contributions.split(noisyOr, shares)).boxed().toList())
                .isEqualTo(parts);
    }

    private static int score(Combination combination, List<Integer> weights) {
        return combination.scoreOf(
                weights.stream().mapToLong(combination::shareOf).sum(), 1000);
    }

    private static Arguments golden(
            String name, List<Integer> weights, int additive, int noisyOr, String label, List<Integer> parts) {
        return Arguments.of(name, weights, additive, noisyOr, label, parts);
    }
}
