package dev.forewarn.cli.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

    private static final List<Term> TERMS = List.of(
            new Term("A", "true", 1, reading -> 0),
            new Term("B", "true", 1, reading -> 0),
            new Term("C", "true", 1, reading -> 0),
            new Term("D", "band 0", -1, reading -> 0));

    /** The odds are told by A (1.5), against B (which may not count against) and, less, by D. */
    @Test
    void weightsAreFoundAndNeverHaveTheWrongSign() {
        double[] weights = LogisticFit.weights(samples(1), 0.1);
        assertThat(weights[0]).isEqualTo(1.5, within(0.15));
        assertThat(weights[1]).as("speaks the other way").isZero();
        assertThat(weights[2]).as("too rare").isZero();
        assertThat(weights[3]).isEqualTo(0.8, within(0.15));
    }

    @Test
    void aGreatPenaltyShrinksAllWeights() {
        assertThat(LogisticFit.weights(samples(1), 10_000)[0]).isLessThan(0.7);
    }

    @Test
    void weightsOfVisitsCount() {
        Samples samples = samples(1);
        for (int i = 0; i < samples.size(); i++) {
            // Bad visits with A were drawn four times too often.
            samples.weights()[i] = samples.isBad()[i] && samples.rows()[i][0] > 0 ? 0.25 : 1;
        }
        assertThat(LogisticFit.weights(samples, 0.1)[0]).isLessThan(0.6);
    }

    /** Bad visits are rare, and nearly all have A, which tells nothing: the rarity must not be counted against it. */
    @Test
    void howRareBadVisitsAreIsNotCountedAgainstATerm() {
        Samples samples = samples(1);
        for (int i = 0; i < samples.size(); i++) {
            samples.rows()[i][0] = i % 20 == 0 ? 0 : 1;
            samples.isBad()[i] = i / 20 % 20 == 0;
        }
        assertThat(LogisticFit.unconstrained(samples, List.of(0), 100)[0]).isEqualTo(0, within(0.01));
    }

    /** Visits of one day fall into the same part, even if the parts are less even then. */
    @Test
    void visitsAreCutBetweenDays() {
        Samples samples = samples(1);
        assertThat(samples.cut(0.7)).as("800 a day").isEqualTo(5_600);
        assertThat(samples.cut(0.69)).isEqualTo(5_600);
        assertThat(samples.cut(0.5)).isEqualTo(4_000);
        assertThat(samples.cut(0)).as("some before").isEqualTo(800);
        assertThat(samples.part(0, 800).cut(0.7)).as("one day").isEqualTo(800);
    }

    private static Samples samples(long seed) {
        Random random = new Random(seed);
        int size = 8_000;
        double[][] rows = new double[size][];
        boolean[] isBad = new boolean[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double a = random.nextInt(2);
            double b = random.nextInt(2);
            double d = random.nextInt(2);
            rows[i] = new double[] {a, b, i < 5 ? 1 : 0, d};
            isBad[i] = random.nextDouble() < 1 / (1 + Math.exp(-(-1.5 + 1.5 * a - 1.0 * b - 0.8 * d)));
            weights[i] = 1;
        }
        return new Samples(
                TERMS,
                rows,
                isBad,
                weights,
                IntStream.range(0, size).map(i -> i / 800).toArray());
    }
}
