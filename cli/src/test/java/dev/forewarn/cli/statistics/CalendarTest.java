package dev.forewarn.cli.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CalendarTest {

    /** Two visits on day 1, one on day 2, one on day 5; the bad ones were made last, on days 2 and 5. */
    private static final int[] DAYS = {1, 1, 2, 5};

    private static final boolean[] BAD = {false, false, true, true};

    @Test
    void everyDayKeepsItsNumberOfVisits() {
        Calendar calendar = new Calendar(DAYS, BAD);
        assertThat(calendar.assigned(new double[] {1, 2, 3, 4})).containsExactly(5, 2, 1, 1);
        assertThat(calendar.daysEarlier(new double[] {1, 2, 3, 4})).containsExactly(1, 4);
        assertThat(calendar.firstHalf(new double[] {1, 2, 3, 4})).isEqualTo(1);
        assertThat(calendar.actualFirstHalf()).isZero();
    }

    @Test
    void visitsOfEqualScoreGetTheMeanDayOfTheirPlaces() {
        Calendar calendar = new Calendar(DAYS, BAD);
        // The last takes day 1; the other three share the days 1, 2 and 5.
        assertThat(calendar.assigned(new double[] {0, 0, 0, 9})).containsExactly(8.0 / 3, 8.0 / 3, 8.0 / 3, 1);
        assertThat(calendar.randomDaysEarlier()).containsExactly(2 - 9.0 / 4, 5 - 9.0 / 4);
        assertThat(calendar.firstHalf(new double[4])).isEqualTo(0.5);
    }

    @Test
    void theBestOrderFindsThemFirst() {
        Calendar calendar = new Calendar(new int[] {1, 2, 3, 4}, new boolean[] {false, true, true, true});
        // Two of three fit into the first half.
        assertThat(calendar.perfectFirstHalf()).isEqualTo(2.0 / 3);
        assertThat(calendar.perfectDaysEarlier()).containsExactly(0, 1, 2);
        assertThat(calendar.actualFirstHalf()).isEqualTo(1.0 / 3);
    }

    /** The first half ends within day 2, of whose two visits one is bad: a half of it counts. */
    @Test
    void aDayInTheMiddleCountsInParts() {
        Calendar calendar = new Calendar(new int[] {1, 2, 2, 3}, new boolean[] {false, true, false, false});
        assertThat(calendar.actualFirstHalf()).isEqualTo(0.5);
    }

    @Test
    void withoutBadOutcomesThereIsNoShare() {
        assertThat(new Calendar(new int[] {1}, new boolean[] {false}).actualFirstHalf())
                .isNaN();
    }
}
