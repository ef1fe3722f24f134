package dev.forewarn.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.core.time.LocalDays;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntityPastTest {

    private static final LocalDays DAYS = new LocalDays(ZoneOffset.UTC);
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

    @Test
    void theNewestVersionSaysHowAVisitEndedAndTheFirstWhenItBecameKnown() {
        Event first = visit("a", 0, 5, "good");
        Event corrected = visit("a", 1, 40, "bad");
        List<EntityPast.Made> made =
                past(0, Question.Unit.RECORD, first, corrected).visits().made();
        assertThat(made).hasSize(1);
        assertThat(made.get(0).isBad()).isTrue();
        assertThat(made.get(0).atMs()).isEqualTo(at(5));
    }

    @Test
    void whatWasTakenBackNeverWas() {
        Event first = visit("a", 0, 5, "bad");
        Event gone = new Event(
                first.entityId(),
                at(9),
                first.type(),
                "a",
                1,
                Op.RETRACT,
                null,
                List.of(),
                at(5),
                null,
                null,
                "s",
                null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                new TreeMap<>());
        EntityPast past = past(0, Question.Unit.RECORD, first, gone);
        assertThat(past.visits().made()).isEmpty();
        assertThat(past.outcomes()).isEmpty();
    }

    @Test
    void twoVisitsOfOneDayStayTwoAndHistoryIsAnEarlierVisit() {
        EntityPast past = past(
                0,
                Question.Unit.RECORD,
                visit("before", 0, -30, "good"),
                visit("a", 0, 5, "bad"),
                visit("b", 0, 5, "good"),
                visit("after", 0, 200, "bad"));
        assertThat(past.visits().made()).extracting(EntityPast.Made::isBad).containsExactlyInAnyOrder(true, false);
        assertThat(past.visits().made()).allMatch(EntityPast.Made::hasHistory);
        assertThat(past.outcomes()).containsExactly(at(5), at(200));
    }

    @Test
    void withATimeGivenAnotherOutcomeMustFollow() {
        Event[] visits = {visit("a", 0, 5, "bad"), visit("b", 0, 35, "bad"), visit("c", 0, 66, "good")};
        assertThat(past(30, Question.Unit.RECORD, visits).visits().made())
                .extracting(EntityPast.Made::isBad)
                .containsExactly(true, false, false);
        assertThat(past(29, Question.Unit.RECORD, visits).visits().made())
                .extracting(EntityPast.Made::isBad)
                .containsExactly(false, false, false);
    }

    @Test
    void aVisitIsLeftOutIfTheDataEndBeforeItIsKnownHowItEnded() {
        Event[] visits = {visit("a", 0, 69, "good"), visit("b", 0, 70, "good"), visit("c", 0, 71, "bad")};
        EntityPast.Visits found = endingOn(100, 30, visits).visits();
        assertThat(found.made()).extracting(EntityPast.Made::atMs).containsExactly(at(69), at(70));
        assertThat(found.undecided()).isEqualTo(1);
        assertThat(endingOn(100, 0, visits).visits().undecided())
                .as("without --within a visit is itself the outcome")
                .isZero();
    }

    @Test
    void recordsOfOneSubjectAreOneVisitAndDoNotFollowThemselves() {
        EntityPast past = past(
                30,
                Question.Unit.SUBJECT,
                of("a", "case", 5, "bad"),
                of("b", "case", 6, "bad"),
                of("c", "next", 20, "bad"));
        assertThat(past.visits().made()).extracting(EntityPast.Made::isBad).containsExactly(true, false);
    }

    @Test
    void aConditionWithAFaultIsRefusedInWords() {
        assertThatThrownBy(() -> Question.condition("--visits", "typ == 'x'"))
                .hasMessageContaining("--visits must be an expression over one event")
                .hasMessageContaining("typ");
    }

    private static EntityPast endingOn(int lastDay, int within, Event... events) {
        return past(lastDay, within, Question.Unit.RECORD, events);
    }

    private static EntityPast past(int within, Question.Unit unit, Event... events) {
        return past(400, within, unit, events);
    }

    private static EntityPast past(int lastDay, int within, Question.Unit unit, Event... events) {
        Question question = new Question(
                Question.condition("--visits", "type == 'visit'"),
                Question.condition("--outcome", "attr('result') == 'bad' && num('n') >= 1.0"),
                within,
                null,
                unit,
                START,
                START.plus(Duration.ofDays(100)),
                "");
        return new EntityPast(question, DAYS, at(lastDay), List.of(events));
    }

    private static Event visit(String key, int revision, int day, String result) {
        return event(key, null, revision, day, result);
    }

    private static Event of(String key, String subject, int day, String result) {
        return event(key, subject, 0, day, result);
    }

    private static Event event(String key, @Nullable String subject, int revision, int day, String result) {
        return new Event(
                "E",
                at(day),
                "visit",
                key,
                revision,
                Op.ASSERT,
                null,
                List.of(),
                at(day),
                null,
                null,
                "s",
                null,
                null,
                null,
                null,
                subject,
                new TreeMap<>(Map.of("result", result)),
                new TreeMap<>(Map.of("n", 10_000L)));
    }

    private static long at(int day) {
        return START.plus(Duration.ofDays(day)).toEpochMilli();
    }
}
