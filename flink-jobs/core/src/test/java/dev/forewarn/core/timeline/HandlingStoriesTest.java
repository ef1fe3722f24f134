package dev.forewarn.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.handling.Handling;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What people and deadlines do about alerts, told as time lines. 2 March 2026 is a Monday. */
class HandlingStoriesTest {

    private static Story recall(String localTime, String recallClass) {
        return new Story(Rulebook.empty().recall().handling().build()).at(localTime, recalled(recallClass));
    }

    private static Events recalled(String recallClass) {
        return Events.of("recall.announced")
                .key("r-" + recallClass)
                .subject("B1")
                .with("class", recallClass);
    }

    private static Story penalties(UnaryOperator<Rulebook> more) {
        return new Story(more.apply(Rulebook.empty().handling()).build())
                .at("2026-03-02T10:00", Events.of("penalty.decided").key("p1"))
                .at("2026-03-02T11:00", Events.of("penalty.decided").key("p2"));
    }

    @Test
    void alertIsTakenUpGivenAwayLookedIntoFedBackReviewedAndClosed() {
        recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "accept")
                .does("2026-03-02T10:20", "dispatch", "unit", "north")
                .does("2026-03-02T14:00", "start")
                .does("2026-03-03T10:00", "feedback", "outcome", "nothing", "comment", "stock was destroyed")
                .does("2026-03-03T11:00", "review")
                .does("2026-03-03T12:00", "close")
                .expectAlerts(
                        "2026-03-02T10:00 RAISED ORANGE T08 B1 by EVENT r1",
                        "2026-03-02T10:10 accept -> ACCEPTED r2",
                        "2026-03-02T10:20 dispatch -> DISPATCHED r3",
                        "2026-03-02T14:00 start -> IN_PROGRESS r4",
                        "2026-03-03T10:00 feedback -> FED_BACK r5",
                        "2026-03-03T11:00 review -> REVIEWED r6",
                        "2026-03-03T12:00 close -> CLOSED r7");
    }

    @Test
    void redThatNobodyTakesUpIsHeardOfByTheDeputyAndThenByTheHeadDayAndNight() {
        recall("2026-03-01T23:30", "I")
                .until("2026-03-02T09:00")
                .expectAlerts(
                        "2026-03-01T23:30 RAISED RED T08 B1 by EVENT r1",
                        "2026-03-02T01:30 OVERDUE to deputy RED T08 B1 by TIME r2",
                        "2026-03-02T03:30 OVERDUE to head RED T08 B1 by TIME r3");
    }

    @Test
    void orangeIsDueWhenTheOfficeClosesOnTheNextWorkingDayAndThenWithinSeven() {
        Story story = recall("2026-03-06T16:00", "II");
        assertThat(story.handling().dueMs()).as("Monday").isEqualTo(Events.ms("2026-03-09T17:30"));
        story.does("2026-03-09T09:00", "accept");
        assertThat(story.handling().dueMs()).isEqualTo(Events.ms("2026-03-17T17:30"));
        story.does("2026-03-10T09:00", "dispatch", "unit", "north", "until", "2026-04-01T17:30");
        assertThat(story.handling().dueMs()).as("a new deadline").isEqualTo(Events.ms("2026-04-01T17:30"));
        story.does("2026-03-11T09:00", "feedback", "outcome", "nothing");
        assertThat(story.handling().dueMs()).isEqualTo(Handling.NEVER);
    }

    @Test
    void disposalThatIsLateIsHeardOfToo() {
        recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "accept")
                .until("2026-03-12T00:00")
                .expectAlerts(
                        "2026-03-02T10:00 RAISED ORANGE T08 B1 by EVENT r1",
                        "2026-03-02T10:10 accept -> ACCEPTED r2",
                        "2026-03-11T17:30 OVERDUE to leader ORANGE T08 B1 by TIME r3");
    }

    @Test
    void whatTimeAloneRaisesWaitsForTheOfficeUnlessItIsRed() {
        Story story = penalties(book -> book.twoPenalties(4, 0, 0)).until("2026-03-07T00:00");
        assertThat(story.lastAlert()).isEqualTo("2026-03-06T11:00 RAISED ORANGE TWICE by TIME r1");
        assertThat(story.handling().startMs()).isEqualTo(Events.ms("2026-03-06T11:00"));
        story = penalties(book -> book.twoPenalties(5, 0, 0)).until("2026-03-08T00:00");
        assertThat(story.lastAlert()).isEqualTo("2026-03-07T11:00 RAISED ORANGE TWICE by TIME r1");
        assertThat(story.handling().startMs()).as("Monday morning").isEqualTo(Events.ms("2026-03-09T08:30"));
    }

    @Test
    void higherLevelBringsTheDeadlineNearer() {
        Story story = recall("2026-03-02T10:00", "II").at("2026-03-02T11:00", recalled("I"));
        assertThat(story.lastAlert()).isEqualTo("2026-03-02T11:00 ESCALATED RED T08 B1 by EVENT r2");
        assertThat(story.handling().dueMs()).isEqualTo(Events.ms("2026-03-02T13:00"));
    }

    @Test
    void stepOnAnOlderRevisionOrInTheWrongStateIsAnsweredAndChangesNothing() {
        recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "accept")
                .does("2026-03-02T10:11", 1, "accept")
                .does("2026-03-02T10:12", "close")
                .does("2026-03-02T10:13", "feedback", "outcome", "no such thing")
                .does("2026-03-02T10:14", 1, "comment", "comment", "a comment may be made on whatever was seen")
                .expectAlerts(
                        "2026-03-02T10:00 RAISED ORANGE T08 B1 by EVENT r1",
                        "2026-03-02T10:10 accept -> ACCEPTED r2",
                        "2026-03-02T10:11 refused: the step was taken on revision 1, and the alert is at revision 2 by now:"
                                + " it is accepted at level orange; possible are return, dispatch, start, feedback,"
                                + " comment, contest, suppress",
                        "2026-03-02T10:12 refused: 'close' cannot be done now: it is accepted at level orange; possible"
                                + " are return, dispatch, start, feedback, comment, contest, suppress",
                        "2026-03-02T10:13 refused: the catalogue has no outcome 'no such thing'; it has filed, nothing",
                        "2026-03-02T10:14 comment -> ACCEPTED r3");
    }

    @Test
    void alertThatPeopleAreAtStaysOpenWhenItsSignalEndsAndResumesWhenItHoldsAgain() {
        recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "accept")
                .at(
                        "2026-03-03T10:00",
                        recalled("II").occurred("2026-03-02T10:00").revision(1).retracted())
                .at("2026-03-04T10:00", recalled("II").revision(2))
                .expectAlerts(
                        "2026-03-02T10:00 RAISED ORANGE T08 B1 by EVENT r1",
                        "2026-03-02T10:10 accept -> ACCEPTED r2",
                        "2026-03-03T10:00 WITHDRAWN ORANGE T08 B1 by EVENT r3",
                        "2026-03-04T10:00 RESUMED ORANGE T08 B1 by EVENT r4");
    }

    @Test
    void alertThatPeopleHaveClosedIsRaisedAnewByNewEvidenceOnly() {
        Story story = recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "accept")
                .does("2026-03-02T10:20", "feedback", "outcome", "nothing")
                .does("2026-03-02T10:30", "review")
                .does("2026-03-02T10:40", "close")
                .until("2026-03-20T00:00");
        assertThat(story.lastAlert()).isEqualTo("2026-03-02T10:40 close -> CLOSED r5");
        story.expectAlerts(
                "2026-03-02T10:00 RAISED ORANGE T08 B1 by EVENT r1",
                "2026-03-02T10:10 accept -> ACCEPTED r2",
                "2026-03-02T10:20 feedback -> FED_BACK r3",
                "2026-03-02T10:30 review -> REVIEWED r4",
                "2026-03-02T10:40 close -> CLOSED r5");
        story.at("2026-03-20T10:00", recalled("III"))
                .expectAlerts(
                        "2026-03-20T10:00 CLEARED ORANGE T08 B1 (superseded) by EVENT r6",
                        "2026-03-20T10:00 RAISED ORANGE T08 B1 by EVENT r1");
    }

    @Test
    void alertThatNobodyTakesUpIsClosedAsUnhandledAndItsSignalIsStillHeardOf() {
        Story story = penalties(book -> book.twoPenalties(0, 0, 0)).until("2027-03-03T00:00");
        story.expectAlerts(
                "2026-03-02T11:00 RAISED ORANGE TWICE by EVENT r1",
                "2026-03-03T17:30 OVERDUE to leader ORANGE TWICE by TIME r2",
                "2026-03 class C",
                "2026-04 class C",
                "2026-05-01T11:00 UNHANDLED ORANGE TWICE by TIME r3",
                "2026-05 class C",
                "2026-06 class C",
                "2026-07 class C",
                "2026-08 class C",
                "2026-09 class C",
                "2026-10 class C",
                "2026-11 class C",
                "2026-12 class C",
                "2027-01 class C",
                "2027-02 class C",
                "2027-03-02T00:00 CLEARED ORANGE TWICE (expiry) by TIME r4");
        assertThat(story.handling().outcome()).isEqualTo("unhandled");
    }

    @Test
    void suppressedAlertIsQuietUntilItsDayAndRedIsNeverSuppressed() {
        Story story = recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "suppress", "until", "2026-03-16T08:30", "comment", "known campaign")
                .at("2026-03-03T10:00", recalled("III").subject("B2"))
                .until("2026-03-16T12:00");
        story.expectAlerts(
                "2026-03-02T10:00 RAISED ORANGE T08 B1 by EVENT r1",
                "2026-03-02T10:10 suppress -> NEW r2",
                "2026-03-03T10:00 RAISED YELLOW T08 B2 by EVENT r1",
                "2026-03-16T08:30 UNSUPPRESSED ORANGE T08 B1 by TIME r3",
                "2026-03-16T08:30 UNSUPPRESSED YELLOW T08 B2 by TIME r2");
        story = recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "suppress", "until", "2026-03-16T08:30", "comment", "known campaign")
                .at("2026-03-03T10:00", recalled("I"));
        assertThat(story.handling().isSuppressed()).isFalse();
        assertThat(story.handling().dueMs()).isEqualTo(Events.ms("2026-03-03T12:00"));
        recall("2026-03-02T10:00", "I")
                .does("2026-03-02T10:10", "suppress", "until", "2026-03-16T08:30", "comment", "no")
                .expectAlerts(
                        "2026-03-02T10:00 RAISED RED T08 B1 by EVENT r1",
                        "2026-03-02T10:10 refused: a red alert is never suppressed");
    }

    @Test
    void findingIsAFactOfTheBusinessWhoseCaseTakesItsPlaceAndIsTakenBackIfNothingIsFoundAfterAll() {
        recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "accept")
                .does("2026-03-02T11:00", "feedback", "outcome", "filed", "case", "C-7")
                .expectClass("B", 300)
                .at("2026-03-20T10:00", Events.of("penalty.decided").key("C-7"))
                .expectClass("B", 300);
        Story story = recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "accept")
                .does("2026-03-02T11:00", "feedback", "outcome", "filed")
                .expectClass("B", 300)
                .does("2026-03-02T12:00", "dispatch", "unit", "south")
                .does("2026-03-02T13:00", "feedback", "outcome", "nothing");
        story.expectClass("A", 0);
    }

    @Test
    void contestedAlertGoesToASecondReaderAndAReturnedOneIsTakenUpElsewhere() {
        recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "return", "comment", "the shop is in the next district")
                .does("2026-03-02T11:00", "accept")
                .does("2026-03-02T11:10", "contest", "comment", "not our batch")
                .does("2026-03-02T12:00", "review", "outcome", "nothing")
                .does("2026-03-02T12:10", "close")
                .does("2026-03-02T13:00", "reopen")
                .expectAlerts(
                        "2026-03-02T10:00 RAISED ORANGE T08 B1 by EVENT r1",
                        "2026-03-02T10:10 return -> RETURNED r2",
                        "2026-03-02T11:00 accept -> ACCEPTED r3",
                        "2026-03-02T11:10 contest -> CONTESTED r4",
                        "2026-03-02T12:00 review -> REVIEWED r5",
                        "2026-03-02T12:10 close -> CLOSED r6",
                        "2026-03-02T13:00 reopen -> ACCEPTED r7");
    }

    @Test
    void historyIsLivedThroughUnheardAndAtTheFenceEveryOpenAlertIsToldOnceWithDeadlinesFromThere() {
        CatalogueTimeline timeline = new CatalogueTimeline(
                CatalogueTimeline.of(Rulebook.empty()
                                .recall()
                                .twoPenalties(0, 0, 0)
                                .handling()
                                .build())
                        .entries(),
                Events.ms("2026-03-07T12:00"));
        Story story = new Story(timeline)
                .at("2026-01-05T10:00", Events.of("penalty.decided").key("p1"))
                .at("2026-01-06T10:00", Events.of("penalty.decided").key("p2"))
                .at("2026-01-07T10:00", recalled("I"))
                .at("2026-03-01T10:00", recalled("II").subject("B3"))
                .until("2026-03-07T11:59")
                .expectAlerts();
        assertThat(story.outputs()).isEmpty();
        story.until("2026-03-07T12:00")
                .expectAlerts(
                        "2026-03-07T12:00 RAISED ORANGE T08 B3 by SNAPSHOT r1",
                        "2026-03-07T12:00 RAISED ORANGE TWICE by SNAPSHOT r1");
        assertThat(story.handling().startMs()).as("Monday morning").isEqualTo(Events.ms("2026-03-09T08:30"));
        assertThat(story.lastAssessment().headline()).isEqualTo("C");
        story.until("2026-03-10T18:00")
                .expectAlerts(
                        "2026-03-10T17:30 OVERDUE to leader ORANGE T08 B3 by TIME r2",
                        "2026-03-10T17:30 OVERDUE to leader ORANGE TWICE by TIME r2");
    }

    @Test
    void deadlineThatWasGivenHoldsForThoseWhoBeginToLookIntoIt() {
        Story story = recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "accept")
                .does("2026-03-02T10:20", "dispatch", "unit", "north", "until", "2026-04-01T17:30")
                .does("2026-03-02T10:30", "start");
        assertThat(story.handling().dueMs()).isEqualTo(Events.ms("2026-04-01T17:30"));
    }

    @Test
    void suppressedAlertDoesNotCloseAsUnhandledMeanwhile() {
        Story story = recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "suppress", "until", "2026-03-20T08:30", "comment", "known campaign")
                .until("2026-03-20T09:00");
        assertThat(story.lastAlert()).startsWith("2026-03-20T08:30 UNSUPPRESSED");
    }

    @Test
    void onlyFeedbackAndReviewSayWhatWasFound() {
        recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "comment", "comment", "a copy", "outcome", "nothing")
                .does("2026-03-02T10:20", "accept", "case", "C-7")
                .does("2026-03-02T10:30", "accept", "unit", "north")
                .expectAlerts(
                        "2026-03-02T10:00 RAISED ORANGE T08 B1 by EVENT r1",
                        "2026-03-02T10:10 refused: 'comment' says nothing of an outcome or a case; 'feedback' and 'review' do",
                        "2026-03-02T10:20 refused: 'accept' says nothing of an outcome or a case; 'feedback' and 'review' do",
                        "2026-03-02T10:30 refused: 'accept' gives the alert to nobody; 'dispatch' does");
    }

    @Test
    void findingMovesToTheCaseWhenItsNumberIsKnownAndGoesWhenTheReviewerFindsNothing() {
        Story story = recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "accept")
                .does("2026-03-02T11:00", "feedback", "outcome", "filed")
                .does("2026-03-02T11:10", "review", "case", "C-7")
                .expectClass("B", 300)
                .at("2026-03-02T12:00", Events.of("penalty.decided").key("C-7"))
                .expectClass("B", 300);
        assertThat(story.handling().finding().recordKey()).isEqualTo("C-7");
        recall("2026-03-02T10:00", "II")
                .does("2026-03-02T10:10", "accept")
                .does("2026-03-02T11:00", "feedback", "outcome", "filed")
                .does("2026-03-02T11:10", "contest", "comment", "another shop")
                .does("2026-03-02T11:20", "review", "outcome", "nothing")
                .expectClass("A", 0);
    }

    @Test
    void stepWhileAnAlertWaitsToClearLeavesItsEvidence() {
        Story story = penalties(book -> book.twoPenalties(0, 5, 0))
                .does("2026-03-02T12:00", "accept")
                .until("2027-03-03T00:00")
                .does("2027-03-03T10:00", "comment", "comment", "one of the two is a year old");
        Output.Alerted last = (Output.Alerted) story.outputs().stream()
                .filter(Output.Alerted.class::isInstance)
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(last.change().step()).isNotNull();
        assertThat(last.change().evidence().count()).isEqualTo(2);
    }
}
