package dev.forewarn.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Month ends, the register and changes of the catalogue, told as time lines. */
class MonthStoriesTest {

    private static Events penalty(String key) {
        return Events.of("penalty.decided").key(key);
    }

    @Test
    void registeredBusinessWithoutAnyEventHasAnAssessmentAndAClassEachMonth() {
        Story story = new Story(Rulebook.empty().build());
        story.at("2026-01-15T10:00", Events.profile("Quiet shop"))
                .expectClass("A", 0)
                .until("2026-03-31T23:59")
                .expectAlerts("2026-01 class A", "2026-02 class A");
        assertThat(story.lastAssessment().profile()).isNotNull();
        assertThat(story.lastAssessment().profile().name()).isEqualTo("Quiet shop");
        assertThat(story.lastAssessment().profile().grid()).isEqualTo("grid-7");
    }

    @Test
    void classOfAMonthIsTakenFromWhatWasKnownBeforeItsLastMidnight() {
        Story story = new Story(Rulebook.empty().build());
        story.at("2026-01-15T10:00", Events.profile("Shop"))
                .at("2026-02-01T08:00", penalty("late").occurred("2026-01-20T10:00"))
                .until("2026-03-01T00:00")
                .expectAlerts("2026-01 class A", "2026-02 class B");
    }

    @Test
    void monthClassIsOfTheLastDayOfTheMonthThoughTimeHasNotYetMovedOn() {
        Story story = new Story(Rulebook.empty().build());
        story.at("2026-01-15T10:00", Events.of("abnormal.listed").subject("s").ended("2026-02-01T00:00"))
                .at("2026-02-10T10:00", Events.profile("Shop"))
                .expectAlerts("2026-01 class B")
                .expectClass("A", 0);
    }

    @Test
    void entityWithNothingLeftIsForgotten() {
        Story story = new Story(Rulebook.empty().build());
        story.at("2026-01-15T10:00", penalty("p1"));
        story.until("2030-02-01T00:00");
        assertThat(story.isForgotten()).isFalse();
        story.until("2030-03-01T00:00");
        assertThat(story.isForgotten()).isTrue();
    }

    @Test
    void deregisteredBusinessIsForgottenAsAWholeAndNotClassifiedAgain() {
        Story story = new Story(Rulebook.empty().build());
        story.at("2026-01-15T10:00", Events.profile("Shop"))
                .at("2026-01-16T10:00", Events.of("abnormal.listed").subject("s"))
                .at("2026-02-10T10:00", Events.profile("Shop").ended("2026-02-20T00:00"))
                .expectAlerts("2026-01 class B")
                .until("2027-05-01T00:00")
                .expectAlerts();
        assertThat(story.isForgotten()).isTrue();
    }

    @Test
    void newCatalogueSeesTheWholePastAndClearsTheAlertsOfRemovedRules() {
        Story story = new Story(new CatalogueTimeline(List.of(
                new CatalogueTimeline.Entry(
                        Long.MIN_VALUE,
                        Rulebook.empty().version("a").crossing(0, 0).build()),
                new CatalogueTimeline.Entry(
                        Events.ms("2026-03-10T12:00"),
                        Rulebook.empty()
                                .version("b")
                                .pointsPerPenalty(100)
                                .recall()
                                .build()))));
        story.at("2026-03-02T10:00", penalty("p1"))
                .at(
                        "2026-03-03T10:00",
                        Events.of("recall.announced").key("r1").subject("R-1").with("class", "I"))
                .until("2026-03-10T11:59")
                .expectAlerts("2026-03-02T10:00 RAISED BLUE CROSS general by EVENT r1");
        story.until("2026-03-11T00:00")
                .expectAlerts(
                        "2026-03-10T12:00 CLEARED BLUE CROSS general (rule-change) by RULE_CHANGE r2",
                        "2026-03-10T12:00 RAISED RED T08 R-1 by RULE_CHANGE r1")
                .expectClass("A", 100);
    }

    @Test
    void overdueOrderChangesTheScoreAtItsMidnightsWithoutAnyEvent() {
        Story story = new Story(Rulebook.empty().build());
        story.at(
                        "2026-03-02T10:00",
                        Events.of("rectification.ordered").subject("o1").due("2026-03-05T00:00"))
                .expectClass("A", 0)
                .until("2026-03-05T23:59")
                .expectClass("A", 0)
                .until("2026-03-06T00:00")
                .expectClass("A", 100)
                .until("2026-03-21T00:00")
                .expectClass("A", 200);
        assertThat(story.outputs().stream().filter(Output.Assessed.class::isInstance))
                .hasSize(3);
    }
}
