package dev.forewarn.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Working days of China around the holidays of autumn 2026, as the shipped calendar has them. */
class WorkingDaysTest {

    private static final WorkingDays CHINA_2026 = new WorkingDays(Map.of(
            2026,
            new WorkingDays.Year(
                    days("2026-09-25", "2026-09-27", "2026-10-01", "2026-10-07"),
                    Set.of(day("2026-09-20"), day("2026-10-10")))));

    /** The days of two holidays. */
    private static Set<Integer> days(String from, String to, String otherFrom, String otherTo) {
        return IntStream.concat(
                        IntStream.rangeClosed(day(from), day(to)), IntStream.rangeClosed(day(otherFrom), day(otherTo)))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    private static String after(String date, int count) {
        return LocalDate.ofEpochDay(CHINA_2026.plus(day(date), count)).toString();
    }

    @Test
    void holidaysAreNotWorkedAndSomeWeekendDaysAre() {
        assertThat(CHINA_2026.isWorked(day("2026-09-20")))
                .as("Sunday that makes up")
                .isTrue();
        assertThat(CHINA_2026.isWorked(day("2026-10-01"))).isFalse();
        assertThat(CHINA_2026.isWorked(day("2026-10-07"))).isFalse();
        assertThat(CHINA_2026.isWorked(day("2026-10-08"))).isTrue();
        assertThat(CHINA_2026.isWorked(day("2026-10-10")))
                .as("Saturday that makes up")
                .isTrue();
        assertThat(CHINA_2026.isWorked(day("2026-10-11"))).isFalse();
    }

    @Test
    void termsInWorkingDaysJumpTheHolidays() {
        assertThat(after("2026-09-30", 1)).isEqualTo("2026-10-08");
        assertThat(after("2026-09-30", 3)).isEqualTo("2026-10-10");
        assertThat(after("2026-09-30", 4)).isEqualTo("2026-10-12");
        assertThat(after("2026-10-03", 0)).as("no days are the day itself").isEqualTo("2026-10-03");
        assertThat(after("2026-10-08", -1)).isEqualTo("2026-09-30");
        assertThat(after("2026-10-12", -3)).isEqualTo("2026-10-08");
    }

    @Test
    void yearOfWhichNothingIsKnownHasWeekdays() {
        assertThat(after("2027-09-30", 1)).isEqualTo("2027-10-01");
        assertThat(after("2026-12-31", 1)).isEqualTo("2027-01-01");
    }
}
