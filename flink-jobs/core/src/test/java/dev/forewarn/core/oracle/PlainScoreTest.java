package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.score.Combination;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden cases of the field report, section 1.5, by the oracle alone. */
class PlainScoreTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "E1, 20,                        20,  20,  20",
        "E2, 60 60,                     120, 116, 58 58",
        "E3, 60 60 180,                 300, 275, 53 53 169",
        "E4, 60 60 180 200,             500, 420, 48 47 153 172",
        "E5, 60 60 180 200 150 200,     850, 606, 41 40 129 145 106 145",
        "E6, 30 400 350,                780, 622, 19 327 276",
        "E7, 20 54,                     74,  73,  19 54",
        "E8, 20 300 120,                440, 396, 16 280 100",
        "E9, 20 300 180 120,            620, 505, 14 256 143 92",
    })
    void goldenCaseHasItsScoresAndContributions(
            String name, String weights, int additive, int noisyOr, String contributions) {
        assertThat(score(Combination.ADDITIVE, weights)).as(name).isEqualTo(additive);
        assertThat(score(Combination.NOISY_OR, weights)).isEqualTo(noisyOr);
        List<Long> shares = numbers(weights).stream()
                .map(weight -> PlainScore.share(Combination.NOISY_OR, weight))
                .toList();
        assertThat(PlainScore.split(noisyOr, shares)).isEqualTo(numbers(contributions));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "500, 500", "998, 998", "999, 999", "1000, 999", "5000, 999", "-3, 0"})
    void oneWeightAloneIsItsOwnScore(int weight, int score) {
        assertThat(PlainScore.score(Combination.NOISY_OR, PlainScore.share(Combination.NOISY_OR, weight), 1000))
                .isEqualTo(score);
    }

    private static int score(Combination combination, String weights) {
        return PlainScore.score(combination, PlainScore.share(combination, numbers(weights)), 1000);
    }

    private static List<Integer> numbers(String text) {
        return List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
    }
}
