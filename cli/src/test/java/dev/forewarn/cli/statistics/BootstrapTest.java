package dev.forewarn.cli.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Test
    void theSameSeedGivesTheSameInterval() {
        double[] values = {1, 5, 2, 8, 9, 3};
        assertThat(new Bootstrap(200, 3).ofMean(values)).isEqualTo(new Bootstrap(200, 3).ofMean(values));
        assertThat(new Bootstrap(200, 3).ofMean(values)).isNotEqualTo(new Bootstrap(200, 4).ofMean(values));
    }

    /** 400 tosses of a fair coin: the mean is 0.5 and its standard error 0.025, so 95 % lie within 0.049 of it. */
    @Test
    void theIntervalOfAMeanIsAsWideAsItsStandardErrorSays() {
        double[] tosses = IntStream.range(0, 400).mapToDouble(i -> i % 2).toArray();
        Bootstrap.Interval interval = new Bootstrap(4_000, 1).ofMean(tosses);
        assertThat(interval.low()).isEqualTo(0.451, within(0.006));
        assertThat(interval.high()).isEqualTo(0.549, within(0.006));
    }

    @Test
    void valuesThatAgreeLeaveNoDoubtAndNoValuesNoFigure() {
        assertThat(new Bootstrap(10, 1).ofMean(new double[] {2, 2})).isEqualTo(new Bootstrap.Interval(2, 2));
        assertThat(new Bootstrap(10, 1).ofMean(new double[0]).low()).isNaN();
    }

    @Test
    void quantilesLieInStraightLinesBetweenValues() {
        assertThat(Quantiles.at(new double[] {4, 1, 2, 3}, 0.5)).isEqualTo(2.5);
        assertThat(Quantiles.at(new double[] {10, 20}, 0.9)).isEqualTo(19, within(1e-12));
        assertThat(Quantiles.median(new double[] {7})).isEqualTo(7);
        assertThat(Quantiles.mean(new double[] {1, 2, 6})).isEqualTo(3);
        assertThat(Quantiles.at(new double[0], 0.1)).isNaN();
    }
}
