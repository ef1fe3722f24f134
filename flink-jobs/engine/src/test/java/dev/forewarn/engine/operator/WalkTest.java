package dev.forewarn.engine.operator;

import static dev.forewarn.engine.operator.AssessHarness.assessments;
import static dev.forewarn.engine.operator.AssessHarness.settings;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.Outbound;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A catalogue that takes effect reaches everybody, whether or not anything happens to them. A step visits one. */
class WalkTest {

    private static final long NOON = at("2026-03-10T12:00");
    private static final long LATER = NOON + 3_600_000;
    private static final List<String> IDS =
            IntStream.range(0, 20).mapToObj(i -> "entity " + i).toList();

    @Test
    void nobodyMovesBeforeTheWatermarkHasPassedTheInstant() throws Exception {
        try (AssessHarness town = town()) {
            town.publish(bundle("v2 600", LATER));
            town.time(LATER - 1);
            town.walk();
            assertThat(town.results()).isEmpty();
            town.time(LATER);
            assertThat(town.isWalking()).isTrue();
            assertThat(town.results()).isEmpty();
            town.walk();
            assertThat(assessments(town.results()))
                    .hasSize(IDS.size())
                    .allMatch(a -> a.getCatalogueVersion().equals("v2"))
                    .allMatch(a -> a.getAt().toEpochMilli() == LATER)
                    .extracting(a -> a.getEntityId())
                    .containsExactlyInAnyOrderElementsOf(IDS);
        }
    }

    @Test
    void eventsComeBetweenTheStepsAndMoveTheirOwnEntityOn() throws Exception {
        try (AssessHarness town = town()) {
            town.publish(bundle("v2 600", LATER));
            town.time(LATER);
            town.step();
            town.step();
            assertThat(assessments(town.results())).hasSize(2);
            for (String id : IDS) {
                town.read(id, LATER + 10, Messages.recall(id, LATER + 10, "batch 7"));
            }
            town.results();
            town.walk();
            assertThat(town.results())
                    .as("all have been reached by their events")
                    .isEmpty();
        }
    }

    @Test
    void anEventThatComesTooLateMovesOnAtOnceSinceTheWalkMayHavePassed() throws Exception {
        try (AssessHarness town = town()) {
            town.publish(bundle("v2 600", LATER));
            town.time(LATER);
            town.walk();
            town.results();
            town.read("late", LATER - 5, Messages.penalty("late", LATER - 5));
            assertThat(assessments(town.results()))
                    .extracting(a -> a.getCatalogueVersion() + " " + a.getHeadlineClass())
                    .containsExactly("v1 B", "v2 C");
        }
    }

    @Test
    void anEarlierWakeUpUnderTheNewCatalogueIsSet() throws Exception {
        try (AssessHarness town = AssessHarness.start(settings("v1 300", AssessSettings.NEVER))) {
            town.read("shop", NOON, Messages.penalty("shop", NOON));
            assertThat(town.timers()).isEqualTo(1);
            town.results();
            town.publish(bundle("v2 300 1 5d", LATER));
            town.time(LATER);
            town.walk();
            town.results();
            assertThat(town.timers()).isEqualTo(2);
            town.time(at("2026-03-15T00:00"));
            assertThat(assessments(town.results()))
                    .as("the penalty leaves the window of five days, long before the month end")
                    .extracting(a -> a.getHeadlineClass() + " " + a.getAt())
                    .containsExactly("A 2026-03-14T16:00:00Z");
        }
    }

    @Test
    void aRestoredWalkVisitsThoseWhoHaveNotMovedAndIgnoresAnOlderSubmission() throws Exception {
        try (AssessHarness before = town()) {
            before.publish(bundle("v2 600", LATER));
            before.time(LATER);
            for (int i = 0; i < 7; i++) {
                before.step();
            }
            assertThat(assessments(before.results())).hasSize(7);
            AssessSettings older = settings("v0 100", AssessSettings.NEVER);
            try (AssessHarness after =
                    AssessHarness.restore(older, 1, List.of(before)).get(0)) {
                after.walk();
                assertThat(after.results()).as("no clock, no walk").isEmpty();
                after.time(LATER + 5);
                after.walk();
                assertThat(assessments(after.results()))
                        .hasSize(IDS.size() - 7)
                        .allMatch(a -> a.getCatalogueVersion().equals("v2"))
                        .allMatch(a -> a.getAt().toEpochMilli() == LATER);
            }
        }
    }

    @Test
    void aRescaleWhileEverybodyIsBeingReassessedLosesNobodyAndDoublesNobody() throws Exception {
        try (AssessHarness one = town()) {
            one.publish(bundle("v2 600", LATER));
            one.time(LATER);
            for (int i = 0; i < 7; i++) {
                one.step();
            }
            List<Outbound> all = new ArrayList<>(one.results());
            for (AssessHarness half : AssessHarness.restore(settings(), 2, List.of(one))) {
                half.time(LATER + 1);
                half.walk();
                all.addAll(half.results());
                half.close();
            }
            assertThat(assessments(all)).extracting(a -> a.getEntityId()).containsExactlyInAnyOrderElementsOf(IDS);
        }
    }

    @Test
    void aSecondCatalogueTakesTheWalkOver() throws Exception {
        try (AssessHarness town = town()) {
            town.publish(bundle("v2 600", LATER));
            town.publish(bundle(FakeCompiler.BUNDLE, LATER + 100));
            town.time(LATER);
            for (int i = 0; i < 7; i++) {
                town.step();
            }
            town.time(LATER + 100);
            town.walk();
            Map<String, List<String>> versions = new TreeMap<>();
            assessments(town.results())
                    .forEach(a -> versions.computeIfAbsent(a.getEntityId(), id -> new ArrayList<>())
                            .add(a.getCatalogueVersion()));
            assertThat(versions).hasSize(IDS.size());
            assertThat(versions.values()).allMatch(said -> said.equals(List.of("v2", "v1")));
        }
    }

    @Test
    void theHistoryOfAnEntityDoesNotSayWhenTheWalkReachedIt() throws Exception {
        Map<String, List<String>> walked = history(true);
        assertThat(walked).hasSize(IDS.size()).isEqualTo(history(false));
    }

    /** A walk of one step in all, or one that is over before anything else happens; then a month of events. */
    private static Map<String, List<String>> history(boolean isWalkedAtOnce) throws Exception {
        try (AssessHarness town = town()) {
            town.publish(bundle("v2 600 1 5d", LATER));
            town.time(LATER);
            if (isWalkedAtOnce) {
                town.walk();
            } else {
                town.step();
            }
            for (int i = 0; i < IDS.size(); i += 2) {
                long at = LATER + 86_400_000L * i;
                town.time(at - 1);
                town.read(IDS.get(i), at, Messages.penalty(IDS.get(i), at));
            }
            town.time(at("2026-05-01T00:10"));
            town.walk();
            List<Outbound> results = town.results();
            Map<String, List<String>> history = new TreeMap<>();
            results.forEach(message -> history.computeIfAbsent(message.key(), key -> new ArrayList<>())
                    .add(message.channel() + " " + HexFormat.of().formatHex(message.value())));
            return history;
        }
    }

    @Test
    void theEndOfInputEndsTheWalkToo() throws Exception {
        long until = LATER + 1_000;
        try (AssessHarness town = AssessHarness.start(settings(FakeCompiler.BUNDLE, until))) {
            for (String id : IDS) {
                town.read(id, NOON, Messages.penalty(id, NOON));
            }
            town.results();
            town.publish(bundle("v2 600", LATER));
            town.endOfInput();
            assertThat(assessments(town.results()))
                    .hasSize(IDS.size())
                    .allMatch(a -> a.getCatalogueVersion().equals("v2"));
        }
    }

    /** Each has one penalty, and has been told. */
    private static AssessHarness town() throws Exception {
        AssessHarness town = AssessHarness.start(settings());
        for (String id : IDS) {
            town.read(id, NOON, Messages.penalty(id, NOON));
        }
        town.time(NOON);
        town.walk();
        town.results();
        return town;
    }

    private static BundleText bundle(String text, long effectiveAtMs) {
        return new BundleText(FakeCompiler.version(text), effectiveAtMs, effectiveAtMs - 30_000, text);
    }
}
