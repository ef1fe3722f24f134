package dev.forewarn.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.forewarn.cli.plan.Expectation.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    /** Bayannur's mix and ratios of 2022 with Henan's rates of 2021: 12.9 % become 55 % with 10.6 % visited. */
    @Test
    void bayannursRatiosFindProblemsAtFiftyFiveOfHundredVisits() {
        double all = 30_323;
        Expectation expected = Expectation.of(List.of(
                new Group("A", 0.7317 * all, 0.02, 0),
                new Group("B", 0.1866 * all, 0.05, 0.3962),
                new Group("C", 0.0521 * all, 1, 0.5652),
                new Group("D", 0.0296 * all, 1, 0.8497)));
        assertThat(expected.uniformRate()).isCloseTo(0.129, within(0.0005));
        assertThat(expected.visitedShare()).isCloseTo(0.106, within(0.0005));
        assertThat(expected.hitRate()).isCloseTo(0.55, within(0.005));
        assertThat(expected.lift()).isCloseTo(4.3, within(0.05));
    }
}
