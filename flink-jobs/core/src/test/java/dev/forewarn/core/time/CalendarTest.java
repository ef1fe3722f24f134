package dev.forewarn.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {

    @Test
    void recordOfLeapDayLeavesAWindowOfOneYearOnTheTwentyEighth() {
        Window year = Window.parse("1y");
        assertThat(year.plus(day("2024-02-29"))).isEqualTo(day("2025-02-28"));
        assertThat(year.firstCounted(day("2025-02-27"))).isEqualTo(day("2024-02-28"));
        assertThat(year.firstCounted(day("2025-02-28"))).isEqualTo(day("2024-03-01"));
    }

    @Test
    void firstCountedDayIsTheFirstThatStillCountsForEveryDayOfEightYears() {
        for (Window window :
                List.of(Window.parse("1m"), Window.parse("1y"), Window.parse("3y"), Window.parse("1y1m3d"))) {
            for (int today = day("2019-12-01"); today < day("2028-04-01"); today++) {
                int first = window.firstCounted(today);
                assertThat(window.plus(first)).isGreaterThan(today);
                assertThat(window.plus(first - 1)).isLessThanOrEqualTo(today);
            }
        }
    }

    @Test
    void windowsAddMonthsAsTheCalendarOfThePlatformDoes() {
        for (String text : List.of("1m", "2m", "11m", "1y", "2y", "3y", "100y")) {
            Window window = Window.parse(text);
            for (int day = LocalDays.FIRST; day < LocalDays.END; day++) {
                LocalDate date = LocalDate.ofEpochDay(day);
                assertThat(window.plus(day))
                        .isEqualTo((int) date.plusMonths(window.months()).toEpochDay());
            }
        }
    }

    @Test
    void monthsBeginOnTheirFirstDay() {
        for (LocalDate first = LocalDate.of(1899, 1, 1); first.getYear() < 2201; first = first.plusMonths(1)) {
            int month = 12 * first.getYear() + first.getMonthValue() - 1;
            assertThat(LocalDays.firstDayOf(month)).isEqualTo((int) first.toEpochDay());
            assertThat(LocalDays.monthOf((int) first.toEpochDay())).isEqualTo(month);
        }
    }

    @Test
    void windowIsWrittenAsItIsRead() {
        for (String text : List.of("90d", "6m", "3y", "1y6m", "ever")) {
            assertThat(Window.parse(text)).hasToString(text);
        }
        assertThatThrownBy(() -> Window.parse("3 years"))
                .hasMessageContaining("90d, 6m, 3y")
                .hasMessageContaining("3 years");
        assertThatThrownBy(() -> Window.parse("0d")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void daysFollowTheZoneThroughChangesOfItsOffset() {
        for (String zone : List.of("Asia/Shanghai", "America/Chicago", "America/Sao_Paulo", "Pacific/Apia", "UTC")) {
            LocalDays days = new LocalDays(ZoneId.of(zone));
            for (int today = day("1985-01-01"); today < day("2030-01-01"); today++) {
                long start = LocalDate.ofEpochDay(today)
                        .atStartOfDay(ZoneId.of(zone))
                        .toInstant()
                        .toEpochMilli();
                assertThat(days.startOf(today))
                        .as("%s %s", zone, LocalDate.ofEpochDay(today))
                        .isEqualTo(start);
                assertThat(days.dayOf(start + 40_000_000)).isEqualTo((int) Instant.ofEpochMilli(start + 40_000_000)
                        .atZone(ZoneId.of(zone))
                        .toLocalDate()
                        .toEpochDay());
            }
        }
    }

    @Test
    void exactNumbersRoundHalfUpOnceAndSaturate() {
        assertThat(Exact.of(new BigDecimal("0.00005"))).isEqualTo(1);
        assertThat(Exact.times(Exact.of(25), 3_000)).isEqualTo(75_000);
        assertThat(Exact.round(75_000)).isEqualTo(8);
        assertThat(Exact.round(-75_000)).isEqualTo(-7);
        assertThat(Exact.times(Exact.LIMIT, 9_999 * Exact.ONE)).isEqualTo(Exact.LIMIT);
        assertThat(Exact.of(Long.MAX_VALUE)).isEqualTo(Exact.LIMIT);
        assertThat(Exact.toText(12_500)).isEqualTo("1.25");
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }
}
