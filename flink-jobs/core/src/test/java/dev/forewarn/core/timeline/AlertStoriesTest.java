package dev.forewarn.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.dossier.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lives of alerts, told as time lines. */
class AlertStoriesTest {

    private static Events penalty(String key) {
        return Events.of("penalty.decided").key(key);
    }

    @Test
    void crossingIsRaisedAtOnceEscalatedConfirmedAndClearedWhenItsPartsFade() {
        Story story = new Story(Rulebook.empty().crossing(0, 0).build());
        story.at("2026-03-02T10:00", penalty("p1"))
                .expectAlerts("2026-03-02T10:00 RAISED BLUE CROSS general by EVENT r1")
                .expectClass("B", 300);
        story.at("2026-03-05T11:00", penalty("p2"))
                .expectAlerts("2026-03-05T11:00 ESCALATED YELLOW CROSS general by EVENT r2")
                .expectClass("C", 510);
        story.until("2026-04-01T00:00")
                .expectAlerts("2026-03 class C", "2026-04-01T00:00 CLASSIFIED YELLOW CROSS general by TIME r3");
        story.until("2027-03-02T00:00");
        assertThat(story.lastAssessment().standings().get(0).score()).isEqualTo(426);
        story.until("2029-04-01T00:00");
        assertThat(story.outputs().stream()
                        .filter(Output.Alerted.class::isInstance)
                        .map(output ->
                                ((Output.Alerted) output).change().transition().toString()))
                .containsExactly("RAISED", "ESCALATED", "CLASSIFIED", "EASED", "CLEARED");
    }

    @Test
    void newcomerIsMeasuredAgainstItsStaticRiskAndDoesNotAlarmByExisting() {
        Story story = new Story(Rulebook.empty().crossing(0, 0).build());
        story.at("2026-03-02T10:00", Events.profile("School canteen").with("kind", "canteen"))
                .expectAlerts()
                .expectClass("B", 260);
        story.at("2026-03-03T10:00", penalty("p1")).at("2026-03-03T11:00", penalty("p2"));
        story.expectAlerts("2026-03-03T11:00 RAISED YELLOW CROSS general by EVENT r1");
    }

    @Test
    void alertIsWithdrawnWhenTheFactThatRaisedItIsRetracted() {
        Story story = new Story(Rulebook.empty().crossing(0, 30).build());
        story.at("2026-03-02T10:00", penalty("p1"))
                .at(
                        "2026-03-09T09:00",
                        penalty("p1").occurred("2026-03-02T10:00").revision(1).retracted())
                .expectAlerts(
                        "2026-03-02T10:00 RAISED BLUE CROSS general by EVENT r1",
                        "2026-03-09T09:00 WITHDRAWN BLUE CROSS general by EVENT r2");
    }

    @Test
    void retractionThatComesBeforeItsAssertionLeavesNothingBehind() {
        Story story = new Story(Rulebook.empty().crossing(0, 0).build());
        story.at(
                        "2026-03-09T09:00",
                        penalty("p1").occurred("2026-03-02T10:00").revision(1).retracted())
                .at("2026-03-09T10:00", penalty("p1").occurred("2026-03-02T10:00"))
                .expectAlerts();
        assertThat(story.lastAssessment().headline()).isEqualTo("A");
    }

    @Test
    void clearingWaitsUntilTheScoreHasStayedBelowForTheWholeTime() {
        Story story = new Story(Rulebook.empty().crossing(0, 3).build());
        story.at("2026-03-02T10:00", Events.of("abnormal.listed").subject("s1"))
                .at("2026-03-05T10:00", Events.of("abnormal.removed").subject("s1"))
                .until("2026-03-08T09:59")
                .expectAlerts("2026-03-02T10:00 RAISED BLUE CROSS general by EVENT r1");
        story.until("2026-03-08T10:00").expectAlerts("2026-03-08T10:00 CLEARED BLUE CROSS general (action) by TIME r2");
    }

    @Test
    void listingThatIsRemovedOnItsDayIsClearedAndNotWithdrawn() {
        Story story = new Story(Rulebook.empty().crossing(0, 0).build());
        story.at("2026-03-02T10:00", Events.of("abnormal.listed").subject("s1"))
                .at("2026-03-02T16:00", Events.of("abnormal.removed").subject("s1"))
                .expectAlerts(
                        "2026-03-02T10:00 RAISED BLUE CROSS general by EVENT r1",
                        "2026-03-02T16:00 CLEARED BLUE CROSS general (action) by EVENT r2");
    }

    @Test
    void whoHasHeardOfAnAlertHearsOfItsEnd() {
        Story story = new Story(Rulebook.empty().recall().build());
        story.at(
                        "2026-03-02T10:00",
                        Events.of("recall.announced").key("r1").subject("R-1").domains("drug"))
                .at(
                        "2026-03-03T10:00",
                        Events.of("recall.announced")
                                .key("r2")
                                .subject("R-1")
                                .with("class", "I")
                                .domains("medical-device"))
                .at(
                        "2026-03-04T10:00",
                        Events.of("recall.announced")
                                .key("r1")
                                .subject("R-1")
                                .revision(1)
                                .retracted())
                .until("2026-04-10T10:00");
        assertThat(story.alertDomains())
                .containsExactly(List.of("drug"), List.of("drug", "medical-device"), List.of("drug", "medical-device"));
    }

    @Test
    void scoreInsideTheMarginKeepsTheAlertOpen() {
        Story story =
                new Story(Rulebook.empty().pointsPerPenalty(240).crossing(25, 0).build());
        story.at("2026-03-02T10:00", penalty("p1"))
                .at(
                        "2026-03-02T11:00",
                        Events.of("rectification.ordered").subject("o1").due("2026-03-03T00:00"))
                .until("2026-03-04T00:00")
                .expectAlerts("2026-03-04T00:00 RAISED BLUE CROSS general by TIME r1");
        story.at("2026-03-05T10:00", Events.of("rectification.done").subject("o1"))
                .expectAlerts();
        story.at("2026-03-06T10:00", penalty("p1").occurred("2024-03-01T10:00").revision(1))
                .expectAlerts("2026-03-06T10:00 WITHDRAWN BLUE CROSS general by EVENT r2");
    }

    @Test
    void recallOfManyProductsIsOneAlertThatEscalatesWithItsWorstClass() {
        Story story = new Story(Rulebook.empty().recall().build());
        story.at(
                        "2026-03-02T10:00",
                        Events.of("recall.announced").key("r1").subject("R-77").with("class", "III"))
                .at(
                        "2026-03-02T10:05",
                        Events.of("recall.announced").key("r2").subject("R-77").with("class", "III"))
                .at(
                        "2026-03-02T10:10",
                        Events.of("recall.announced").key("r3").subject("R-77").with("class", "I"))
                .expectAlerts(
                        "2026-03-02T10:00 RAISED YELLOW T08 R-77 by EVENT r1",
                        "2026-03-02T10:10 ESCALATED RED T08 R-77 by EVENT r2");
        story.until("2026-04-01T00:00")
                .expectAlerts("2026-03 class A", "2026-04-01T00:00 CLEARED RED T08 R-77 (expiry) by TIME r3");
    }

    @Test
    void factThatBecameKnownTooLateTriggersNothingButCorrectionOfAKnownOneDoesNotWithdraw() {
        Story story = new Story(Rulebook.empty().recall().build());
        story.at(
                        "2026-03-02T10:00",
                        Events.of("recall.announced").key("old").subject("R-1").occurred("2025-11-01T10:00"))
                .expectAlerts();
        story.at(
                        "2026-03-02T11:00",
                        Events.of("recall.announced").key("r1").subject("R-2").occurred("2026-01-10T10:00"))
                .expectAlerts("2026-03-02T11:00 RAISED YELLOW T08 R-2 by EVENT r1");
        story.at(
                        "2026-03-20T11:00",
                        Events.of("recall.announced")
                                .key("r1")
                                .subject("R-2")
                                .occurred("2026-01-10T10:00")
                                .revision(1))
                .expectAlerts();
    }

    @Test
    void conditionIsRaisedOnlyAfterItsDwell() {
        Story story = new Story(Rulebook.empty().twoPenalties(2, 0, 0).build());
        story.at("2026-03-02T10:00", penalty("p1"))
                .at("2026-03-03T10:00", penalty("p2"))
                .until("2026-03-05T09:59")
                .expectAlerts()
                .until("2026-03-05T10:00")
                .expectAlerts("2026-03-05T10:00 RAISED ORANGE TWICE by TIME r1");
    }

    @Test
    void openConditionStaysUntilItsClearConditionHolds() {
        Story story = new Story(Rulebook.empty().twoPenaltiesUntilNone().build());
        story.at("2026-03-02T10:00", penalty("p1"))
                .at("2026-04-02T10:00", penalty("p2"))
                .expectAlerts("2026-03 class B", "2026-04-02T10:00 RAISED ORANGE TWICE by EVENT r1");
        story.until("2027-04-01T23:00");
        assertThat(story.outputs().stream().filter(Output.Alerted.class::isInstance))
                .hasSize(1);
        story.until("2027-04-02T00:00");
        assertThat(story.outputs().stream().filter(Output.Alerted.class::isInstance))
                .hasSize(2);
    }

    @Test
    void coolDownHoldsBackTheSameEvidenceAndGivesWayToNew() {
        Story story = new Story(Rulebook.empty().twoPenalties(0, 0, 30).build());
        story.at("2026-03-02T10:00", penalty("p1"))
                .at("2026-03-03T10:00", penalty("p2"))
                .at(
                        "2026-03-04T10:00",
                        penalty("p2").occurred("2024-01-01T10:00").revision(1));
        story.expectAlerts(
                "2026-03-03T10:00 RAISED ORANGE TWICE by EVENT r1",
                "2026-03-04T10:00 WITHDRAWN ORANGE TWICE by EVENT r2");
        story.at("2026-03-05T10:00", penalty("p3")).expectAlerts("2026-03-05T10:00 RAISED ORANGE TWICE by EVENT r1");
    }

    @Test
    void deregistrationEndsAlertsWithThatReason() {
        Story story = new Story(Rulebook.empty().crossing(0, 30).build());
        story.at("2026-03-02T10:00", Events.profile("Shop"))
                .at("2026-03-02T11:00", penalty("p1"))
                .at("2026-03-10T11:00", Events.profile("Shop").ended("2026-03-20T00:00"))
                .until("2026-05-01T00:00")
                .expectAlerts(
                        "2026-03-02T11:00 RAISED BLUE CROSS general by EVENT r1",
                        "2026-03-20T00:00 CLEARED BLUE CROSS general (deregistered) by TIME r2");
    }

    @Test
    void alertRaisedWithdrawnAndRaisedInOneInstantKeepsItsIdentity() {
        Story story = new Story(Rulebook.empty().crossing(0, 0).build());
        story.at("2026-03-02T10:00", penalty("p1"))
                .at("2026-03-02T10:00", penalty("p1").revision(1).retracted())
                .at("2026-03-02T10:00", penalty("p1").revision(2))
                .expectAlerts(
                        "2026-03-02T10:00 RAISED BLUE CROSS general by EVENT r1",
                        "2026-03-02T10:00 WITHDRAWN BLUE CROSS general by EVENT r2",
                        "2026-03-02T10:00 RAISED BLUE CROSS general by EVENT r3");
        assertThat(story.outputs().stream()
                        .filter(Output.Alerted.class::isInstance)
                        .map(output -> ((Output.Alerted) output).alertId())
                        .distinct())
                .hasSize(1);
    }
}
