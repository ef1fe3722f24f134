package dev.forewarn.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.dossier.Output;
import org.junit.jupiter.api.Test;

/** What time alone will bring before the month ends, and how fast a score has risen, told as time lines. */
class AheadStoriesTest {

    private static Events penalty(String key) {
        return Events.of("penalty.decided").key(key);
    }

    /** An order whose due day earns 100 points from the day after, 200 from the sixteenth. */
    private static Events order(String due) {
        return Events.of("rectification.ordered").key("o").subject("o").due(due + "T00:00");
    }

    private static Rulebook penaltiesOf(int points) {
        return Rulebook.empty().pointsPerPenalty(points);
    }

    @Test
    void orderThatWillBeOverdueIsToldWeeksBeforeItCrossesTheBoundary() {
        Story story = new Story(penaltiesOf(200).projection(0, 0).crossing(0, 0).build());
        story.at("2026-03-02T10:00", penalty("p")).expectClass("A", 200).expectAlerts();
        story.at("2026-03-03T09:00", order("2026-03-20"))
                .expectClass("A", 200)
                .expectAlerts("2026-03-03T09:00 RAISED BLUE AHEAD general by EVENT r1");
        story.until("2026-03-21T00:00")
                .expectClass("B", 280)
                .expectAlerts(
                        "2026-03-21T00:00 CLEARED BLUE AHEAD general (expiry) by TIME r2",
                        "2026-03-21T00:00 RAISED BLUE CROSS general by TIME r1");
    }

    @Test
    void projectionCitesWhatWillCountOnTheDayOfTheWorseClass() {
        Story story = new Story(penaltiesOf(200).projection(0, 0).build());
        story.at("2026-03-02T10:00", penalty("p")).at("2026-03-03T09:00", order("2026-03-20"));
        Output.Alerted alerted = (Output.Alerted) story.outputs().stream()
                .filter(Output.Alerted.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(alerted.kind()).isEqualTo(Output.AlertKind.PROJECTION);
        assertThat(alerted.leadDays()).isEqualTo(29);
        assertThat(alerted.change().evidence().cited())
                .extracting(cited -> cited.type())
                .containsExactly("rectification.ordered", "penalty.decided");
    }

    @Test
    void levelIsThatOfTheWorstClassAhead() {
        Story story = new Story(penaltiesOf(480).projection(0, 0).build());
        story.at("2026-03-02T10:00", penalty("p"))
                .at("2026-03-03T09:00", order("2026-03-20"))
                .expectAlerts("2026-03-03T09:00 RAISED YELLOW AHEAD general by EVENT r1");
    }

    @Test
    void projectionEndsWhenTheOrderIsFulfilledInTime() {
        Story story = new Story(penaltiesOf(200).projection(0, 0).build());
        story.at("2026-03-02T10:00", penalty("p"))
                .at("2026-03-03T09:00", order("2026-03-20"))
                .at("2026-03-12T15:00", Events.of("rectification.done").subject("o"))
                .expectAlerts(
                        "2026-03-03T09:00 RAISED BLUE AHEAD general by EVENT r1",
                        "2026-03-12T15:00 CLEARED BLUE AHEAD general (action) by EVENT r2");
    }

    @Test
    void orderThatIsClosedByACorrectionAfterwardsWasARightWarning() {
        Story story = new Story(penaltiesOf(200).projection(0, 0).build());
        story.at("2026-03-02T10:00", penalty("p"))
                .at("2026-03-03T09:00", order("2026-03-20"))
                .at(
                        "2026-03-12T15:00",
                        order("2026-03-20")
                                .occurred("2026-03-03T09:00")
                                .ended("2026-03-11T00:00")
                                .revision(1));
        assertThat(story.lastAlert()).isEqualTo("2026-03-12T15:00 CLEARED BLUE AHEAD general (action) by EVENT r2");
    }

    @Test
    void projectionIsWithdrawnWhenThereNeverWasAnOrder() {
        Story story = new Story(penaltiesOf(200).projection(3, 0).build());
        story.at("2026-03-02T10:00", penalty("p"))
                .at("2026-03-03T09:00", order("2026-03-20"))
                .at("2026-03-12T15:00", order("2026-03-20").revision(1).retracted());
        assertThat(story.lastAlert()).isEqualTo("2026-03-12T15:00 WITHDRAWN BLUE AHEAD general by EVENT r2");
    }

    @Test
    void nextMonthComesIntoViewOnItsFirstDay() {
        Story story = new Story(penaltiesOf(200).projection(0, 0).build());
        story.at("2026-03-02T10:00", penalty("p"))
                .at("2026-03-03T09:00", order("2026-04-20"))
                .until("2026-04-01T00:00")
                .expectAlerts("2026-03 class A", "2026-04-01T00:00 RAISED BLUE AHEAD general by TIME r1");
    }

    @Test
    void whatComesOnTheFirstOfAMonthIsAheadOfNoMonthEnd() {
        Story story = new Story(penaltiesOf(200).projection(0, 0).build());
        story.at("2026-03-02T10:00", penalty("p"))
                .at("2026-03-03T09:00", order("2026-03-31"))
                .until("2026-04-15T00:00")
                .expectAlerts("2026-03 class A")
                .expectClass("B", 280);
    }

    @Test
    void monthEndConfirmsAProjectionThatIsStillOnTheList() {
        Story story = new Story(penaltiesOf(200).projection(30, 0).build());
        story.at("2026-03-02T10:00", penalty("p"))
                .at("2026-03-03T09:00", order("2026-03-20"))
                .until("2026-04-01T00:00")
                .expectAlerts(
                        "2026-03-03T09:00 RAISED BLUE AHEAD general by EVENT r1",
                        "2026-03 class B",
                        "2026-04-01T00:00 CLASSIFIED BLUE AHEAD general by TIME r2");
    }

    @Test
    void scoreThatHasRisenWithinAWeekIsNewsForAWeek() {
        Story story = new Story(Rulebook.empty().rise(250).build());
        story.at("2026-03-02T10:00", penalty("p"))
                .expectClass("B", 300)
                .expectAlerts("2026-03-02T10:00 RAISED YELLOW RISE by EVENT r1");
        story.until("2026-03-08T23:59").expectAlerts();
        story.until("2026-03-09T00:00").expectAlerts("2026-03-09T00:00 CLEARED YELLOW RISE (expiry) by TIME r2");
    }

    @Test
    void riseCitesWhatEarnsPointsToday() {
        Story story = new Story(Rulebook.empty().rise(250).build());
        story.at("2026-03-02T10:00", penalty("p"));
        Output.Alerted alerted = (Output.Alerted) story.outputs().get(0);
        assertThat(alerted.change().evidence().cited())
                .extracting(cited -> cited.type())
                .containsExactly("penalty.decided");
    }

    @Test
    void factThatIsFoundLateWasThereAWeekAgoToo() {
        Story story = new Story(Rulebook.empty().rise(250).build());
        story.at("2026-03-02T10:00", penalty("p").occurred("2026-02-01T10:00"))
                .expectClass("B", 300)
                .expectAlerts();
    }

    @Test
    void riseIsWithdrawnIfAnEarlierFactExplainsTheScore() {
        Story story = new Story(Rulebook.empty().rise(300).build());
        story.at("2026-03-02T10:00", penalty("p"))
                .at("2026-03-04T10:00", penalty("q").occurred("2026-02-01T10:00"))
                .expectAlerts(
                        "2026-03-02T10:00 RAISED YELLOW RISE by EVENT r1",
                        "2026-03-04T10:00 WITHDRAWN YELLOW RISE by EVENT r2");
    }

    @Test
    void newcomerDoesNotRiseByExisting() {
        Story story = new Story(Rulebook.empty().rise(250).build());
        story.at("2026-03-02T10:00", Events.profile("School canteen").with("kind", "canteen"))
                .expectClass("B", 260)
                .expectAlerts();
        story.at("2026-03-03T10:00", penalty("p"));
        story.at("2026-03-03T11:00", penalty("q"))
                .expectClass("C", 637)
                .expectAlerts("2026-03-03T11:00 RAISED YELLOW RISE by EVENT r1");
    }

    @Test
    void timeAloneMakesAScoreRise() {
        Story story = new Story(Rulebook.empty().rise(100).build());
        story.at("2026-03-02T10:00", order("2026-03-05"))
                .until("2026-03-30T00:00")
                .expectAlerts(
                        "2026-03-06T00:00 RAISED YELLOW RISE by TIME r1",
                        "2026-03-13T00:00 CLEARED YELLOW RISE (expiry) by TIME r2",
                        "2026-03-21T00:00 RAISED YELLOW RISE by TIME r1",
                        "2026-03-28T00:00 CLEARED YELLOW RISE (expiry) by TIME r2");
    }
}
