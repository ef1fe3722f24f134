package dev.forewarn.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.timeline.Events;
import dev.forewarn.core.timeline.Rulebook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lives of alerts worked out by hand, told by the oracle. */
class PlainHistoryTest {

    private PlainHistory history =
            new PlainHistory(CatalogueTimeline.of(Rulebook.empty().build()));

    private void begin(Catalogue catalogue) {
        history = new PlainHistory(CatalogueTimeline.of(catalogue));
    }

    private void at(String localTime, Events events) {
        history.onEvent(events.known(localTime));
    }

    private static Events penalty(String key) {
        return Events.of("penalty.decided").key(key);
    }

    private List<String> toldUntil(String localTime) {
        history.advanceTo(Events.ms(localTime));
        return history.changes().stream()
                .map(change -> Instant.ofEpochMilli(change.atMs())
                                .atZone(Events.ZONE)
                                .toLocalDateTime()
                        + " " + change.transition() + " " + change.after().level() + " r"
                        + change.after().revision()
                        + (change.reason() == null ? "" : " " + change.reason().wireName()))
                .toList();
    }

    @Test
    void nothingIsToldOfABusinessThatNothingHappensTo() {
        at("2026-03-02T10:00", Events.profile("Shop"));
        assertThat(toldUntil("2026-06-15T00:00")).isEmpty();
        assertThat(history.months()).extracting(PlainMonth::month).containsExactly(24_314, 24_315, 24_316);
    }

    @Test
    void crossingFollowsTheClassUpAndIsConfirmedByTheMonth() {
        begin(Rulebook.empty().crossing(0, 0).build());
        at("2026-03-02T10:00", penalty("p1"));
        at("2026-03-05T11:00", penalty("p2"));
        assertThat(toldUntil("2026-04-01T00:00"))
                .containsExactly(
                        "2026-03-02T10:00 RAISED BLUE r1",
                        "2026-03-05T11:00 ESCALATED YELLOW r2",
                        "2026-04-01T00:00 CLASSIFIED YELLOW r3");
    }

    @Test
    void conditionIsRaisedAfterItsDwellAndClearedAfterItsTime() {
        begin(Rulebook.empty().twoPenalties(2, 3, 0).build());
        at("2026-03-02T10:00", penalty("p1"));
        at("2026-03-05T11:00", penalty("p2"));
        assertThat(toldUntil("2026-03-07T10:59")).isEmpty();
        assertThat(toldUntil("2027-03-04T23:59")).containsExactly("2026-03-07T11:00 RAISED ORANGE r1");
        assertThat(toldUntil("2027-03-05T00:00"))
                .containsExactly("2026-03-07T11:00 RAISED ORANGE r1", "2027-03-05T00:00 CLEARED ORANGE r2 expiry");
    }

    @Test
    void newEvidenceBreaksTheCoolDownAndOldEvidenceWaits() {
        begin(Rulebook.empty().twoPenalties(0, 0, 30).build());
        at("2026-03-02T10:00", penalty("p1"));
        at("2026-03-05T11:00", penalty("p2"));
        at("2027-03-10T09:00", penalty("p3"));
        at("2027-03-12T09:00", penalty("p4"));
        assertThat(toldUntil("2027-03-12T09:00"))
                .containsExactly(
                        "2026-03-05T11:00 RAISED ORANGE r1",
                        "2027-03-02T00:00 CLEARED ORANGE r2 expiry",
                        "2027-03-12T09:00 RAISED ORANGE r1");
    }

    @Test
    void retractionWithdrawsWhatItHadRaised() {
        begin(Rulebook.empty().recall().build());
        at("2026-03-02T10:00", Events.of("recall.announced").subject("r").with("class", "I"));
        at(
                "2026-03-03T10:00",
                Events.of("recall.announced").subject("r").revision(1).retracted());
        assertThat(toldUntil("2026-03-04T00:00"))
                .containsExactly("2026-03-02T10:00 RAISED RED r1", "2026-03-03T10:00 WITHDRAWN RED r2");
    }

    @Test
    void triggerLivesForItsTimeAndIgnoresWhatIsOld() {
        begin(Rulebook.empty().recall().build());
        at("2026-03-02T10:00", Events.of("recall.announced").subject("old").occurred("2025-12-02T10:00"));
        at(
                "2026-03-02T10:00",
                Events.of("recall.announced").key("k2").subject("new").occurred("2025-12-03T10:00"));
        assertThat(toldUntil("2026-05-01T00:00"))
                .containsExactly("2026-03-02T10:00 RAISED YELLOW r1", "2026-04-01T00:00 CLEARED YELLOW r2 expiry");
    }

    @Test
    void deregistrationEndsAlertsAndMonths() {
        begin(Rulebook.empty().twoPenalties(0, 0, 0).build());
        at("2026-03-02T10:00", Events.profile("Shop"));
        at("2026-03-02T10:00", penalty("p1"));
        at("2026-03-05T11:00", penalty("p2"));
        at("2026-04-05T11:00", Events.profile("Shop").revision(1).ended("2026-04-10T08:00"));
        assertThat(toldUntil("2026-06-01T00:00"))
                .containsExactly(
                        "2026-03-05T11:00 RAISED ORANGE r1", "2026-04-10T00:00 CLEARED ORANGE r2 deregistered");
        assertThat(history.months()).hasSize(1);
    }

    @Test
    void baselineOfANewcomerIsItsStaticRisk() {
        begin(Rulebook.empty().crossing(0, 0).build());
        at("2026-03-02T10:00", Events.profile("Canteen").with("kind", "canteen"));
        at("2026-03-03T10:00", penalty("p1"));
        assertThat(toldUntil("2026-03-04T00:00")).isEmpty();
        at("2026-03-04T11:00", penalty("p2"));
        assertThat(toldUntil("2026-03-05T00:00")).containsExactly("2026-03-04T11:00 RAISED YELLOW r1");
    }

    @Test
    void classOfThePlatformIsHeldBesideOursOnce() {
        begin(Rulebook.empty().build());
        at("2026-03-02T10:00", penalty("p1"));
        platformSays("2026-04-02T10:00", 24_314, "C");
        platformSays("2026-04-02T10:00", 24_314, "C");
        assertThat(history.months()).hasSize(2);
        assertThat(history.months().get(1).compared())
                .containsExactly(new PlainMonth.Compared("general", "C", -1, "unexplained"));
    }

    @Test
    void crossingIsMeasuredAgainstTheClassOfThePlatform() {
        begin(withPlatformBaseline(Rulebook.empty().crossing(0, 0).build()));
        platformSays("2026-03-01T09:00", 24_313, "B");
        at("2026-03-02T10:00", penalty("p1"));
        assertThat(toldUntil("2026-03-04T00:00")).isEmpty();
        at("2026-03-04T11:00", penalty("p2"));
        assertThat(toldUntil("2026-03-05T00:00")).containsExactly("2026-03-04T11:00 RAISED YELLOW r1");
    }

    private void platformSays(String localTime, int month, String label) {
        history.onMessage(new Message.OfClasses(
                new OfficialClass(Words.ENTITY, Events.ms(localTime), month, new TreeMap<>(Map.of("general", label)))));
    }

    private static Catalogue withPlatformBaseline(Catalogue catalogue) {
        return new Copy(catalogue).baseline(BaselineSource.PLATFORM).made();
    }

    @Test
    void twoPenaltiesFadeAndEachWouldHaveToCease() {
        begin(Rulebook.empty().build());
        at("2026-03-02T10:00", penalty("p1"));
        at("2026-03-05T11:00", penalty("p2"));
        assertThat(new PlainOutlook(history.rules().day()).steps(400))
                .extracting(PlainSays::step)
                .containsExactly("2027-03-02 | general | 426 | B | [G3.1.1]");
        assertThat(new PlainWaysDown(history.rules().day()).find())
                .extracting(PlainSays::wayDown)
                .containsExactly("general | [G3.1.1] | A");
    }
}
