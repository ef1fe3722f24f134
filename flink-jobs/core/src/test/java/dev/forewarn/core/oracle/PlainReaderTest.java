package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.indicator.Tier;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the oracle reads, against numbers counted by hand. */
class PlainReaderTest {

    private static final PlainCalendar CALENDAR = new PlainCalendar(ZoneOffset.UTC);

    private static final Measure LISTED = new Measure(
            "listed",
            List.of("listed"),
            List.of("removed"),
            Measure.Match.SUBJECT,
            FactCondition.ALWAYS,
            NumberTerm.AMOUNT,
            TextTerm.of(TextTerm.Kind.SUBJECT));

    private static final List<Tier> THREE_STEPS = List.of(
            new Tier(Window.ofYears(1), Exact.ONE),
            new Tier(Window.ofYears(2), 6_000),
            new Tier(Window.ofYears(3), 3_000));

    /** A fact of a type and subject, on an instant, worth so many whole units. */
    private static EventDraft fact(String type, String subject, String time, long amount) {
        EventDraft draft = new EventDraft(type, time + subject + amount, ms(time));
        draft.subject = subject;
        draft.amountMinor = amount * 100;
        return draft;
    }

    private static long ms(String time) {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static @Nullable BigDecimal read(ReadingSpec spec, String today, EventDraft... drafts) {
        List<PlainFacts.Known> known = Arrays.stream(drafts)
                .map(EventDraft::finished)
                .map(event -> new PlainFacts.Known(event, Set.of()))
                .toList();
        return new PlainReader(
                        catalogue(spec), new PlainFacts(known, CALENDAR), spec, LocalDate.parse(today), Long.MAX_VALUE)
                .read()
                .value();
    }

    private static Catalogue catalogue(ReadingSpec spec) {
        return new Catalogue("v", LocalDays.utc(), List.of(LISTED), List.of(spec), List.of(), List.of(), Set.of(), 400);
    }

    private static ReadingSpec of(Aggregate aggregate, String window) {
        return ReadingSpec.of(aggregate, 0, Window.parse(window));
    }

    @Test
    void recordOfTheLeapDayLeavesAYearOnTheTwentyEighth() {
        EventDraft leap = fact("listed", "s", "2024-02-29T23:59", 1);
        assertThat(read(of(Aggregate.COUNT, "1y"), "2024-02-28", leap)).isEqualByComparingTo("0");
        assertThat(read(of(Aggregate.COUNT, "1y"), "2024-02-29", leap)).isEqualByComparingTo("1");
        assertThat(read(of(Aggregate.COUNT, "1y"), "2025-02-27", leap)).isEqualByComparingTo("1");
        assertThat(read(of(Aggregate.COUNT, "1y"), "2025-02-28", leap)).isEqualByComparingTo("0");
    }

    @Test
    void decayCountsEachFactByItsStep() {
        ReadingSpec count = new ReadingSpec(Aggregate.COUNT, 0, THREE_STEPS);
        ReadingSpec sum = new ReadingSpec(Aggregate.SUM, 0, THREE_STEPS);
        ReadingSpec last = new ReadingSpec(Aggregate.LAST, 0, THREE_STEPS);
        EventDraft[] facts = {
            fact("listed", "a", "2021-03-05T10:00", 100),
            fact("listed", "b", "2022-03-05T10:00", 10),
            fact("listed", "c", "2022-06-01T10:00", 1),
        };
        assertThat(read(count, "2023-05-31", facts)).isEqualByComparingTo("1.9");
        assertThat(read(sum, "2023-05-31", facts)).isEqualByComparingTo("37");
        assertThat(read(sum, "2023-06-01", facts)).isEqualByComparingTo("36.6");
        assertThat(read(last, "2023-06-01", facts)).isEqualByComparingTo("0.6");
        assertThat(read(last, "2026-06-01", facts)).isNull();
    }

    @Test
    void endingClosesWhatBeganNoLaterThanItself() {
        EventDraft opening = fact("listed", "s", "2024-03-01T10:00", 1);
        EventDraft ofAnother = fact("removed", "t", "2024-03-03T10:00", 1);
        EventDraft earlier = fact("removed", "s", "2024-03-01T09:59", 1);
        EventDraft same = fact("removed", "s", "2024-03-01T10:00", 1);
        EventDraft later = fact("removed", "s", "2024-03-04T00:00", 1);
        ReadingSpec active = of(Aggregate.ACTIVE, "ever");
        assertThat(read(active, "2024-03-09", opening, ofAnother, earlier)).isEqualByComparingTo("1");
        assertThat(read(active, "2024-03-01", opening, same)).isEqualByComparingTo("0");
        assertThat(read(active, "2024-03-03", opening, later)).isEqualByComparingTo("1");
        assertThat(read(active, "2024-03-04", opening, later)).isEqualByComparingTo("0");
        assertThat(read(of(Aggregate.DAYS_SINCE, "ever"), "2024-03-03", opening, later))
                .isEqualByComparingTo("2");
        assertThat(read(of(Aggregate.DAYS_SINCE, "ever"), "2024-03-04", opening, later))
                .isNull();
    }

    @Test
    void deadlinesAreDueDaysAndElseTheDayOfTheEnd() {
        EventDraft due = fact("listed", "s", "2024-03-01T10:00", 1);
        due.dueAtMs = ms("2024-03-05T00:00");
        due.endedAtMs = ms("2024-03-20T00:00");
        EventDraft ends = fact("listed", "t", "2024-03-01T10:00", 1);
        ends.endedAtMs = ms("2024-03-10T12:00");
        ReadingSpec daysTo = of(Aggregate.DAYS_TO, "ever");
        ReadingSpec overdue = of(Aggregate.OVERDUE_DAYS, "ever");
        assertThat(read(daysTo, "2024-03-05", due, ends)).isEqualByComparingTo("0");
        assertThat(read(daysTo, "2024-03-06", due, ends)).isEqualByComparingTo("4");
        assertThat(read(daysTo, "2024-03-10", due, ends)).isNull();
        assertThat(read(overdue, "2024-03-05", due, ends)).isEqualByComparingTo("0");
        assertThat(read(overdue, "2024-03-08", due, ends)).isEqualByComparingTo("3");
        assertThat(read(overdue, "2024-03-20", due, ends)).isEqualByComparingTo("0");
    }

    @Test
    void retractionAndCorrectionCountInAnyOrder() {
        EventDraft first = fact("listed", "s", "2024-03-01T10:00", 5);
        EventDraft corrected = new EventDraft(first.finished());
        corrected.revision = 1;
        corrected.amountMinor = 700L;
        EventDraft retracted = new EventDraft(first.finished());
        retracted.revision = 2;
        retracted.op = Op.RETRACT;
        ReadingSpec sum = of(Aggregate.SUM, "1y");
        assertThat(read(sum, "2024-03-02", corrected, first)).isEqualByComparingTo("7");
        assertThat(read(sum, "2024-03-02", retracted, corrected, first)).isEqualByComparingTo("0");
        assertThat(read(of(Aggregate.MAX, "1y"), "2024-03-02", retracted, first))
                .isNull();
    }

    @Test
    void recordBecameKnownWithItsEarliestVersion() {
        EventDraft first = fact("listed", "s", "2024-03-01T10:00", 5);
        EventDraft draft = new EventDraft(first.finished());
        draft.recordedAtMs = ms("2024-03-09T10:00");
        draft.revision = 1;
        Event late = draft.finished();
        List<PlainFacts.Known> known =
                List.of(new PlainFacts.Known(late, Set.of()), new PlainFacts.Known(first.finished(), Set.of()));
        PlainFact row = new PlainFacts(known, CALENDAR).rows().get(0);
        assertThat(row.event()).isEqualTo(late);
        assertThat(row.firstRecordedDay()).isEqualTo(LocalDate.of(2024, 3, 1));
    }
}
