package dev.forewarn.engine.operator;

import static dev.forewarn.engine.operator.AssessHarness.alerts;
import static dev.forewarn.engine.operator.AssessHarness.assessments;
import static dev.forewarn.engine.operator.AssessHarness.classes;
import static dev.forewarn.engine.operator.AssessHarness.settings;
import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Transition;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.Outbound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessOperatorTest {

    private static final long NOON = at("2026-03-10T12:00");
    private static final long MONTH_END = at("2026-04-01T00:00");

    @Test
    void anEventIsAssessedAndAnAlertRaisedAtOnce() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.read(ENTITY, NOON, Messages.penalty(ENTITY, NOON));
            List<Outbound> results = entity.results();
            assertThat(assessments(results))
                    .extracting(a -> a.getHeadlineClass())
                    .containsExactly("B");
            assertThat(alerts(results)).extracting(a -> a.getTransition()).containsExactly(Transition.RAISED);
            assertThat(entity.dossiers()).isEqualTo(1);
            assertThat(entity.timers()).isEqualTo(1);
        }
    }

    @Test
    void timeAloneClosesAMonthAndSetsOneTimerForTheNext() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.read(ENTITY, NOON, Messages.profile(ENTITY, NOON, "某某大药房"));
            entity.time(MONTH_END - 1);
            assertThat(classes(entity.results())).isEmpty();
            entity.time(MONTH_END + 1);
            assertThat(classes(entity.results())).extracting(c -> c.getMonth()).containsExactly("2026-03");
            entity.time(at("2026-07-01T00:01"));
            assertThat(classes(entity.results()))
                    .extracting(c -> c.getMonth())
                    .containsExactly("2026-04", "2026-05", "2026-06");
            assertThat(entity.dossiers()).isEqualTo(1);
            assertThat(entity.timers()).isEqualTo(1);
        }
    }

    @Test
    void aSilentControlStreamWouldStopTimeUnlessItsClockStandsAtTheEnd() throws Exception {
        try (AssessHarness entity = AssessHarness.startWithoutControl(settings())) {
            entity.read(ENTITY, NOON, Messages.profile(ENTITY, NOON, "某某大药房"));
            entity.time(MONTH_END + 1);
            assertThat(classes(entity.results())).isEmpty();
        }
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.read(ENTITY, NOON, Messages.profile(ENTITY, NOON, "某某大药房"));
            entity.time(MONTH_END + 1);
            assertThat(classes(entity.results())).hasSize(1);
        }
    }

    @Test
    void aBrokenBodyBecomesARejectAndLeavesNoTrace() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.read(ENTITY, NOON, Messages.event(ENTITY, NOON, event -> event.setSource("")));
            assertThat(entity.results()).isEmpty();
            assertThat(entity.rejects()).hasSize(1);
            Reject reject =
                    ((Decoded.Value<Reject>) Wire.decode(entity.rejects().get(0).value(), Reject.class)).value();
            assertThat(reject.getReason()).isEqualTo("empty-source");
            assertThat(reject.getEntityId()).isEqualTo(ENTITY);
            assertThat(reject.getTopic()).isEqualTo(Messages.TOPIC);
            assertThat(reject.getPartition()).isEqualTo(3);
            assertThat(reject.getOffset()).isEqualTo(42);
            assertThat(entity.dossiers()).isZero();
            assertThat(entity.timers()).isZero();
        }
    }

    @Test
    void anEntityOfWhichNothingIsLeftIsForgotten() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.read(ENTITY, NOON, Messages.penalty(ENTITY, NOON));
            entity.time(at("2030-01-01T00:00"));
            assertThat(entity.dossiers()).isZero();
            assertThat(entity.timers()).isZero();
        }
    }

    @Test
    void theEndOfInputMovesNobodyIfThereIsNoLastInstant() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            for (int i = 0; i < 1_000; i++) {
                String id = "entity " + i;
                entity.read(id, NOON + i, Messages.profile(id, NOON + i, "某某大药房"));
            }
            entity.results();
            entity.endOfInput();
            assertThat(entity.results()).isEmpty();
            assertThat(entity.dossiers()).isEqualTo(1_000);
            assertThat(entity.timers()).isZero();
        }
    }

    @Test
    void theEndOfInputMovesAThousandDossiersToTheLastInstantAndEnds() throws Exception {
        long until = at("2026-06-15T00:00");
        try (AssessHarness entity = AssessHarness.start(settings(FakeCompiler.BUNDLE, until))) {
            for (int i = 0; i < 1_000; i++) {
                String id = "entity " + i;
                entity.read(id, NOON + i, Messages.profile(id, NOON + i, "某某大药房"));
            }
            entity.endOfInput();
            assertThat(classes(entity.results()))
                    .hasSize(3_000)
                    .allMatch(c -> c.getRecordedAt().toEpochMilli() <= until);
            assertThat(entity.dossiers()).isEqualTo(1_000);
            assertThat(entity.timers()).isZero();
        }
    }

    @Test
    void nothingBeyondTheLastInstantIsActedUponOrAwaited() throws Exception {
        long until = at("2026-03-15T00:00");
        try (AssessHarness entity = AssessHarness.start(settings(FakeCompiler.BUNDLE, until))) {
            entity.read(ENTITY, until, Messages.penalty(ENTITY, until));
            assertThat(entity.results()).isNotEmpty();
            assertThat(entity.timers()).isZero();
            entity.read(ENTITY, until + 1, Messages.penalty(ENTITY, until + 1));
            entity.time(at("2026-08-01T00:00"));
            entity.endOfInput();
            assertThat(entity.results()).isEmpty();
            assertThat(entity.timers()).isZero();
        }
    }

    @Test
    void aRestoredEntityGoesOnAsIfNothingHadHappened() throws Exception {
        List<Outbound> undisturbed = new ArrayList<>();
        try (AssessHarness entity = AssessHarness.start(settings())) {
            first(entity);
            second(entity);
            undisturbed.addAll(entity.results());
        }
        try (AssessHarness before = AssessHarness.start(settings())) {
            first(before);
            List<Outbound> restarted = new ArrayList<>(before.results());
            try (AssessHarness after =
                    AssessHarness.restore(settings(), 1, List.of(before)).get(0)) {
                assertThat(after.timers()).isEqualTo(before.timers());
                second(after);
                restarted.addAll(after.results());
                assertThat(after.dossiers()).isEqualTo(1);
            }
            assertThat(restarted).usingRecursiveComparison().isEqualTo(undisturbed);
        }
    }

    private static void first(AssessHarness entity) throws Exception {
        entity.read(ENTITY, NOON, Messages.profile(ENTITY, NOON, "某某大药房"));
        entity.read(ENTITY, NOON + 1, Messages.penalty(ENTITY, NOON + 1));
    }

    private static void second(AssessHarness entity) throws Exception {
        entity.time(MONTH_END + 3_600_000);
        entity.read(ENTITY, MONTH_END + 7_200_000, Messages.penalty(ENTITY, MONTH_END + 7_200_000));
        entity.time(at("2027-06-01T12:00"));
    }

    @Test
    void statesAndTimersSurviveARescaleFromOneToTwoAndBack() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add("entity " + i);
        }
        try (AssessHarness one = AssessHarness.start(settings())) {
            for (String id : ids) {
                one.read(id, NOON, Messages.profile(id, NOON, "某某大药房"));
            }
            List<AssessHarness> two = AssessHarness.restore(settings(), 2, List.of(one));
            assertThat(two).allMatch(half -> half.dossiers() > 0);
            assertThat(two.stream().mapToInt(AssessHarness::dossiers).sum()).isEqualTo(40);
            assertThat(two.stream().mapToInt(AssessHarness::timers).sum()).isEqualTo(40);
            try (AssessHarness again = AssessHarness.restore(settings(), 1, two).get(0)) {
                again.time(MONTH_END + 1);
                assertThat(classes(again.results()))
                        .extracting(c -> c.getEntityId())
                        .containsExactlyInAnyOrderElementsOf(ids);
                assertThat(again.dossiers()).isEqualTo(40);
                assertThat(again.timers()).isEqualTo(40);
            }
            for (AssessHarness half : two) {
                half.close();
            }
        }
    }
}
