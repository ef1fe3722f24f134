package dev.forewarn.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertBook;
import dev.forewarn.core.assess.Retention;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is kept of an entity ends some day, and never grows without bound. */
class BoundsStoriesTest {

    private static final String KNOWN = "2026-03-02T10:00";

    private static Events penalty(String key) {
        return Events.of("penalty.decided").key(key);
    }

    @Test
    void rowGoesOnTheDayItsTimeIsOverAndTheRegisteredBusinessStays() {
        Story story = new Story(Rulebook.empty().build());
        story.at(KNOWN, Events.profile("Shop")).at(KNOWN, penalty("p1"));
        String gone = LocalDate.of(2029, 3, 2).plusDays(400) + "T00:00";
        story.until(LocalDate.parse(gone.substring(0, 10)).minusDays(1) + "T23:59");
        assertThat(facts(story, gone)).isEqualTo(2);
        story.until(LocalDate.parse(gone.substring(0, 10)).plusMonths(1) + "T00:00");
        assertThat(facts(story, gone)).isEqualTo(1);
        assertThat(story.isForgotten()).isFalse();
    }

    @Test
    void businessThatIsNotRegisteredIsForgottenWithItsLastRow() {
        Story story = new Story(Rulebook.empty().build());
        story.at(KNOWN, penalty("p1")).until("2030-03-01T00:00");
        assertThat(story.isForgotten()).isFalse();
        story.until("2030-06-01T00:00");
        assertThat(story.isForgotten()).isTrue();
    }

    @Test
    void assessmentSaysThatRowsHadToBeDropped() {
        Story story = new Story(Rulebook.empty().build());
        for (int i = 0; i < Retention.MOST_ROWS; i++) {
            story.at(KNOWN, penalty("p" + i));
        }
        assertThat(story.lastAssessment().isSaturated()).isFalse();
        story.at(KNOWN, penalty("one more"));
        assertThat(story.lastAssessment().isSaturated()).isTrue();
        assertThat(facts(story, KNOWN)).isLessThan(Retention.MOST_ROWS);
    }

    @Test
    void alertBeyondTheBoundIsRaisedAsSoonAsAnotherOneEnds() {
        Story story = new Story(Rulebook.empty().recall().build());
        for (int i = 0; i < AlertBook.LIMIT; i++) {
            story.at(KNOWN, recall(i));
        }
        Turn refused = story.step()
                .onEvent(Events.ENTITY, story.dossier(), recall(AlertBook.LIMIT).known(KNOWN));
        assertThat(refused.refusedAlerts()).isEqualTo(1);
        assertThat(refused.outputs()).noneMatch(Output.Alerted.class::isInstance);
        Turn room = story.step()
                .onEvent(
                        Events.ENTITY,
                        Objects.requireNonNull(refused.dossier()),
                        recall(7).revision(1).retracted().known("2026-03-02T11:00"));
        assertThat(room.refusedAlerts()).isZero();
        assertThat(room.outputs().stream()
                        .filter(Output.Alerted.class::isInstance)
                        .map(output -> ((Output.Alerted) output).change())
                        .map(change ->
                                change.transition() + " " + change.after().subject()))
                .containsExactly("WITHDRAWN R-7", "RAISED R-" + AlertBook.LIMIT);
    }

    private static Events recall(int number) {
        return Events.of("recall.announced").key("r" + number).subject("R-" + number);
    }

    private static int facts(Story story, String localTime) {
        return story.step()
                .assess(Events.ENTITY, story.dossier(), Events.ms(localTime))
                .facts();
    }
}
