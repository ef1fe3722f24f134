package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.time.WorkingDays;
import dev.forewarn.engine.document.Fault;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calendars of holidays, as shipped and as written wrongly. */
class CalendarTest {

    private static final String COUNTS_WORKING_DAYS = """
                    measures: {m: {on: a.b}}
                    readings: {late: {read: late(m), window: 1y, due: {after: 20wd}}}
                    rules: {R: {kind: condition, name: r, when: "reading('late') > 0", level: red}}
                    """;

    private static WorkingDays shipped() {
        return ShippedCatalogueTest.catalogue().workingDays();
    }

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }

    @Test
    void shippedCalendarsKnowHolidaysAndWorkedWeekends() {
        assertThat(shipped().isWorked(day("2026-02-23"))).isFalse();
        assertThat(shipped().isWorked(day("2026-02-28"))).isTrue();
        assertThat(shipped().isWorked(day("2026-03-01"))).isFalse();
        assertThat(shipped().isWorked(day("2025-10-08"))).isFalse();
        assertThat(shipped().isWorked(day("2024-04-07"))).isTrue();
        assertThat(shipped().isWorked(day("2023-05-03"))).isFalse();
    }

    @Test
    void allFaultsOfCalendarsAreToldAtOnce() {
        Map<String, String> files = Map.of(
                "a.yaml",
                COUNTS_WORKING_DAYS,
                "b.yaml",
                "calendar: {year: 2026, holidays: [2026-01-03..2026-01-01, 2025-12-31, May 1],"
                        + " make-up-days: [2026-01-05]}",
                "c.yaml",
                "calendar: {year: 2026, holidays: [], make-up-day: []}",
                "d.yaml",
                "calendar: {holidays: []}");

        assertThat(((CatalogueReader.Faulty) CatalogueReader.read(files)).faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "b.yaml:1:35: a range of days ascends; got '2026-01-03..2026-01-01'",
                        "b.yaml:1:59: the calendar of 2026 has days of that year; got 2025-12-31",
                        "b.yaml:1:71: a day is like 2026-10-01, a range like 2026-10-01..2026-10-07; got 'May 1'",
                        "b.yaml:1:93: a make-up day is a Saturday or Sunday that is worked; got 2026-01-05, a MONDAY",
                        "c.yaml:1:18: each year has one calendar; got 2026 again",
                        "c.yaml:1:38: unknown key 'make-up-day'; did you mean 'make-up-days'?",
                        "d.yaml:1:11: the key 'year' is required; it is missing here");
    }

    @Test
    void firstYearWithoutACalendarIsRemarkedWhereWorkingDaysAreCounted() {
        Map<String, String> without = Map.of("a.yaml", COUNTS_WORKING_DAYS);
        Map<String, String> with =
                Map.of("a.yaml", COUNTS_WORKING_DAYS, "b.yaml", "calendar: {year: 2026, holidays: []}");

        assertThat(((CatalogueReader.Read) CatalogueReader.read(without)).remarks())
                .containsExactly(
                        "working days are counted, but there is no calendar of holidays: Monday to Friday are taken");
        assertThat(((CatalogueReader.Read) CatalogueReader.read(with)).remarks())
                .containsExactly(
                        "working days are counted, but there is no calendar for 2027: outside of [2026] Monday to"
                                + " Friday are taken");
    }
}
