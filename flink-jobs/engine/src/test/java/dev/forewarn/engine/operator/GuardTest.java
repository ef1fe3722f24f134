package dev.forewarn.engine.operator;

import static dev.forewarn.engine.operator.AssessHarness.assessments;
import static dev.forewarn.engine.operator.AssessHarness.settings;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.timeline.Catalogues;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.Outbound;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A published catalogue is tried on everybody before it may be in force. Of twenty businesses nineteen have one penalty
 * and are in class B, the last has three and is in class C; 5 % of them is one.
 */
class GuardTest {

    private static final long NOON = at("2026-03-10T12:00");
    private static final long PUBLISHED = NOON + 60_000;
    private static final long DECIDED = NOON + 70_000;
    private static final long IN_FORCE = DECIDED + 30_000;
    private static final List<String> IDS =
            IntStream.range(0, 20).mapToObj(i -> "entity " + i).toList();

    private final List<CatalogueRecord> topic = new ArrayList<>();

    @Test
    void oneThatMovesTooManyIsRefusedAndTheRunningOneStays() throws Exception {
        AssessHarness town = town();
        try (CatalogueLoop loop = new CatalogueLoop(topic, List.of(town))) {
            loop.publish("v2 600", PUBLISHED, "");
            town.time(PUBLISHED);
            loop.turn(DECIDED);
            town.time(IN_FORCE + 1);
            town.walk();
            assertThat(town.results()).isEmpty();
            assertThat(town.catalogues()).isEqualTo(1);
            assertThat(loop.audit()).singleElement().satisfies(verdict -> {
                assertThat(verdict.getReason()).isEqualTo("too-many-worse");
                assertThat(verdict.getDetail()).contains("500 in 10,000").contains("of 20, 20 would be");
                assertThat(verdict.getVersion() + " " + verdict.getPreviousVersion())
                        .isEqualTo("v2 v1");
                assertThat(verdict.getAuthor()).isEqualTo("li");
                assertThat(verdict.getEffectiveAt()).isNull();
            });
        }
    }

    @Test
    void itsHeaderMayAllowIt() throws Exception {
        AssessHarness town = town();
        try (CatalogueLoop loop = new CatalogueLoop(topic, List.of(town))) {
            loop.publish("v2 600", PUBLISHED, "1");
            town.time(PUBLISHED);
            loop.turn(DECIDED);
            town.time(IN_FORCE - 1);
            town.walk();
            assertThat(town.results()).isEmpty();
            town.time(IN_FORCE);
            town.walk();
            assertThat(assessments(town.results()))
                    .hasSize(IDS.size())
                    .allMatch(a -> a.getCatalogueVersion().equals("v2"))
                    .allMatch(a -> a.getAt().toEpochMilli() == IN_FORCE);
            assertThat(loop.audit()).singleElement().satisfies(verdict -> {
                assertThat(verdict.getReason()).isEqualTo("accepted");
                assertThat(verdict.getEffectiveAt().toEpochMilli()).isEqualTo(IN_FORCE);
                assertThat(verdict.getAllowedWorse()).isEqualTo(10_000);
            });
        }
    }

    @Test
    void anAuthorMayAllowLessThanTheSettings() throws Exception {
        assertThat(verdictOn("v2 390", "0.04")).isEqualTo("too-many-worse 20 1 0");
    }

    @Test
    void oneThatMovesFewIsAccepted() throws Exception {
        assertThat(verdictOn("v2 390", "")).isEqualTo("accepted 20 1 0");
    }

    @Test
    void oneThatMovesAllToABetterClassIsAccepted() throws Exception {
        assertThat(verdictOn("v2 200", "")).isEqualTo("accepted 20 0 20");
    }

    @Test
    void allSubtasksAreAsked() throws Exception {
        List<AssessHarness> halves = AssessHarness.restore(settings(), 2, List.of(town()));
        try (CatalogueLoop loop = new CatalogueLoop(topic, halves)) {
            loop.publish("v2 390", PUBLISHED, "");
            halves.get(0).time(PUBLISHED);
            loop.turn(DECIDED);
            assertThat(topic).as("one half does not decide").hasSize(1);
            halves.get(1).time(PUBLISHED);
            loop.turn(DECIDED);
            assertThat(said(loop)).containsExactly("accepted 20 1 0");
        }
    }

    @Test
    void twoAtOnceAreTriedOneAfterTheOtherAgainstTheOneInForce() throws Exception {
        AssessHarness town = town();
        try (CatalogueLoop loop = new CatalogueLoop(topic, List.of(town))) {
            loop.publish("v2 600", PUBLISHED, "");
            loop.publish("v3 390", PUBLISHED, "");
            loop.publish("nonsense", PUBLISHED, "");
            loop.publish("v4 200", PUBLISHED + 1, "");
            town.time(PUBLISHED + 1);
            loop.turn(DECIDED);
            assertThat(said(loop))
                    .containsExactlyInAnyOrder(
                            "bad-catalogue null null null",
                            "too-many-worse 20 20 0",
                            "accepted 20 1 0",
                            "accepted 20 0 20");
            assertThat(loop.audit())
                    .extracting(verdict -> verdict.getPreviousVersion())
                    .doesNotContain("v3");
            town.time(IN_FORCE);
            town.walk();
            assertThat(assessments(town.results()))
                    .extracting(a -> a.getCatalogueVersion())
                    .contains("v4");
        }
    }

    @Test
    void whatIsLeftUndecidedIsTriedOnceTimeHasPassedItsPublication() throws Exception {
        CatalogueRecord leftOver = Catalogues.live(0, PUBLISHED, "v2 600");
        topic.add(leftOver);
        AssessHarness town = AssessHarness.restore(settings(), () -> List.of(leftOver), 1, List.of(town()))
                .get(0);
        try (CatalogueLoop loop = new CatalogueLoop(topic, List.of(town))) {
            town.time(PUBLISHED - 1);
            loop.turn(DECIDED);
            assertThat(topic).hasSize(1);
            town.time(PUBLISHED);
            loop.turn(DECIDED);
            assertThat(said(loop)).containsExactly("too-many-worse 20 20 0");
        }
    }

    @Test
    void aTrialChangesNothingThatIsStoredOrSaid() throws Exception {
        AssessHarness tried = town();
        AssessHarness untouched = town();
        try (CatalogueLoop loop = new CatalogueLoop(topic, List.of(tried))) {
            loop.publish("v2 600 1 5d", PUBLISHED, "");
            tried.time(PUBLISHED);
            loop.turn(DECIDED);
            assertThat(tried.timers()).isEqualTo(untouched.timers());
            assertThat(future(tried)).isEqualTo(future(untouched));
        }
        untouched.close();
    }

    @Test
    void whatWasUndecidedWhenTheJobFellIsTriedAgain() throws Exception {
        topic.add(Catalogues.live(0, PUBLISHED, "v2 600"));
        List<AssessHarness> halves = AssessHarness.restore(settings(), () -> List.copyOf(topic), 2, List.of(town()));
        try (CatalogueLoop loop = new CatalogueLoop(topic, halves)) {
            for (AssessHarness half : halves) {
                half.time(PUBLISHED);
            }
            loop.turn(DECIDED);
            assertThat(said(loop)).containsExactly("too-many-worse 20 20 0");
            assertThat(topic).as("one publication, one verdict").hasSize(2);
        }
    }

    @Test
    void aRebuiltJobReadsTheVerdictsAndComesToTheSameHistory() throws Exception {
        Map<String, List<String>> first;
        AssessHarness town = AssessHarness.start(settings());
        try (CatalogueLoop loop = new CatalogueLoop(topic, List.of(town))) {
            penalize(town);
            loop.publish("v2 600", PUBLISHED, "");
            loop.publish("v3 390", PUBLISHED, "");
            town.time(PUBLISHED);
            loop.turn(DECIDED);
            first = future(town);
        }
        int published = topic.size();
        AssessHarness rebuilt = AssessHarness.restore(
                        settings(), () -> List.copyOf(topic), 1, List.of(AssessHarness.start(settings())))
                .get(0);
        try (CatalogueLoop loop = new CatalogueLoop(topic, List.of(rebuilt))) {
            penalize(rebuilt);
            loop.turn(DECIDED + 3_600_000);
            assertThat(future(rebuilt)).isEqualTo(first);
            assertThat(first.values()).allMatch(said -> said.size() > 1);
        }
        assertThat(topic).as("the second job decides nothing").hasSize(published);
    }

    private String verdictOn(String bundle, String mayMove) throws Exception {
        AssessHarness town = town();
        try (CatalogueLoop loop = new CatalogueLoop(topic, List.of(town))) {
            loop.publish(bundle, PUBLISHED, mayMove);
            town.time(PUBLISHED);
            loop.turn(DECIDED);
            return said(loop).get(0);
        }
    }

    /** Reason and counts: asked, worse, better. */
    private static List<String> said(CatalogueLoop loop) {
        return loop.audit().stream()
                .map(verdict -> verdict.getReason() + " " + verdict.getEntities() + " " + verdict.getWorse() + " "
                        + verdict.getBetter())
                .toList();
    }

    /** All that the town has said and says in the next two months. */
    private static Map<String, List<String>> future(AssessHarness town) throws Exception {
        town.time(IN_FORCE);
        town.walk();
        town.time(at("2026-05-01T00:10"));
        town.walk();
        Map<String, List<String>> history = new TreeMap<>();
        for (Outbound message : town.results()) {
            history.computeIfAbsent(message.key(), key -> new ArrayList<>())
                    .add(message.channel() + " " + HexFormat.of().formatHex(message.value()));
        }
        return history;
    }

    private static AssessHarness town() throws Exception {
        AssessHarness town = AssessHarness.start(settings());
        penalize(town);
        town.time(NOON + 2);
        town.walk();
        town.results();
        return town;
    }

    private static void penalize(AssessHarness town) throws Exception {
        for (String id : IDS) {
            town.read(id, NOON, Messages.penalty(id, NOON));
        }
        String last = IDS.get(IDS.size() - 1);
        town.read(last, NOON + 1, Messages.penalty(last, NOON + 1));
        town.read(last, NOON + 2, Messages.penalty(last, NOON + 2));
    }
}
