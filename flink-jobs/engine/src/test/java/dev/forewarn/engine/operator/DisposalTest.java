package dev.forewarn.engine.operator;

import static dev.forewarn.engine.operator.AssessHarness.alerts;
import static dev.forewarn.engine.operator.AssessHarness.settings;
import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Signal;
import dev.forewarn.avro.Transition;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.Outbound;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People's steps about alerts on the log: taken, answered, counted once. */
class DisposalTest {

    private static final long NOON = at("2026-03-10T12:00");
    private static final long LATER = at("2026-03-10T12:30");

    private static Alert raised(AssessHarness entity) throws Exception {
        entity.read(ENTITY, NOON, Messages.recall(ENTITY, NOON, "B1"));
        return alerts(entity.results()).get(0);
    }

    private static byte[] step(Alert alert, String name) {
        return Messages.disposal(
                ENTITY,
                LATER,
                step -> step.setAlertId(alert.getAlertId())
                        .setAlertRevision(alert.getRevision())
                        .setStep(name)
                        .setComment("seen"));
    }

    private static Reject reject(Outbound message) {
        return ((Decoded.Value<Reject>) Wire.decode(message.value(), Reject.class)).value();
    }

    @Test
    void stepMovesTheHandlingAndTheRevisionAndNotTheSignal() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            Alert alert = raised(entity);
            assertThat(alert.getHandling()).isEqualTo(Handling.NEW);
            assertThat(alert.getPossibleSteps()).contains("accept").doesNotContain("close", "suppress");

            entity.read(ENTITY, LATER, step(alert, "accept"));
            Alert accepted = alerts(entity.results()).get(0);
            assertThat(accepted.getAlertId()).isEqualTo(alert.getAlertId());
            assertThat(accepted.getRevision()).isEqualTo(2);
            assertThat(accepted.getTransition()).isEqualTo(Transition.HANDLED);
            assertThat(accepted.getHandling()).isEqualTo(Handling.ACCEPTED);
            assertThat(accepted.getSignal()).isEqualTo(Signal.FIRING);
            assertThat(accepted.getStep().getStep()).isEqualTo("accept");
            assertThat(accepted.getStep().getActorUnit()).isEqualTo("u");
            assertThat(entity.rejects()).isEmpty();
        }
    }

    @Test
    void stepThatComesTwiceIsTakenOnceAndSaysNothingMore() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            Alert alert = raised(entity);
            entity.read(ENTITY, LATER, step(alert, "accept"));
            entity.results();

            entity.read(ENTITY, LATER, step(alert, "accept"));
            assertThat(entity.results()).isEmpty();
            assertThat(entity.rejects()).isEmpty();
        }
    }

    @Test
    void stepThatCannotBeTakenIsAnsweredWithWhatCan() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            Alert alert = raised(entity);
            entity.read(ENTITY, LATER, step(alert, "close"));
            entity.read(ENTITY, LATER, step(alert, "accept"));
            entity.read(ENTITY, LATER, step(alert, "return"));

            List<Reject> answers =
                    entity.rejects().stream().map(DisposalTest::reject).toList();
            assertThat(answers).extracting(Reject::getReason).containsExactly("impossible-step", "stale-step");
            assertThat(answers.get(0).getDetail())
                    .isEqualTo(
                            "'close' cannot be done now: it is new at level red; possible are accept, return, comment,"
                                    + " contest");
            assertThat(answers.get(1).getDetail())
                    .startsWith(
                            "the step was taken on revision 1, and the alert is at revision 2 by now: it is accepted");
        }
    }

    @Test
    void stepAboutWhatIsNotThereIsRefusedAndLeavesNothing() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.read(ENTITY, LATER, Messages.disposal(ENTITY, LATER, step -> {}));
            assertThat(reject(entity.rejects().get(0)).getReason()).isEqualTo("unknown-alert");
            assertThat(entity.dossiers()).isZero();
            assertThat(entity.timers()).isZero();
        }
    }

    @Test
    void stepsSurviveARestart() throws Exception {
        try (AssessHarness before = AssessHarness.start(settings())) {
            Alert alert = raised(before);
            before.read(ENTITY, LATER, step(alert, "accept"));
            try (AssessHarness after =
                    AssessHarness.restore(settings(), 1, List.of(before)).get(0)) {
                after.read(ENTITY, LATER, step(alert, "accept"));
                assertThat(after.results())
                        .as("it is known that this was taken")
                        .isEmpty();
                after.read(ENTITY, LATER, step(alert, "start"));
                assertThat(reject(after.rejects().get(0)).getReason()).isEqualTo("stale-step");
            }
        }
    }

    @Test
    void handlingGoesOnAfterARescaleFromOneToTwoAndBack() throws Exception {
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> "entity " + i).toList();
        try (AssessHarness one = AssessHarness.start(settings())) {
            for (String id : ids) {
                one.read(id, NOON, Messages.recall(id, NOON, "B1"));
            }
            handle(one, alerts(one.results()), "accept");
            List<Alert> accepted = alerts(one.results());
            List<AssessHarness> two = AssessHarness.restore(settings(), 2, List.of(one));
            try (AssessHarness again = AssessHarness.restore(settings(), 1, two).get(0)) {
                handle(again, accepted, "start");
                assertThat(alerts(again.results()))
                        .hasSameSizeAs(ids)
                        .allSatisfy(alert -> assertThat(alert.getHandling()).isEqualTo(Handling.IN_PROGRESS))
                        .allSatisfy(alert -> assertThat(alert.getRevision()).isEqualTo(3));
                assertThat(again.rejects()).isEmpty();
            }
            for (AssessHarness half : two) {
                half.close();
            }
        }
    }

    private static void handle(AssessHarness town, List<Alert> alerts, String name) throws Exception {
        for (Alert alert : alerts) {
            String id = alert.getEntityId();
            town.read(
                    id,
                    LATER,
                    Messages.disposal(
                            id,
                            LATER,
                            step -> step.setAlertId(alert.getAlertId())
                                    .setAlertRevision(alert.getRevision())
                                    .setStep(name)));
        }
    }
}
