package dev.forewarn.engine.wire;

import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Contribution;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Level;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Signal;
import dev.forewarn.avro.Transition;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.timeline.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutputEncodingTest {

    private static final long NOW = at("2026-03-01T09:00");

    private final List<Output> outputs = new ArrayList<>();
    private byte @Nullable [] dossier;

    @Test
    void anAssessmentTellsWhoWhereAndWhy() {
        EntityStep step = step("v1 300");
        apply(step, Messages.profile(ENTITY, NOW, "某某大药房"));
        apply(step, Messages.penalty(ENTITY, NOW + 1_000));
        Assessment assessment = decode(AssessmentEncoding.encode(last(Output.Assessed.class)), Assessment.class);
        assertThat(assessment.getEntityName()).isEqualTo("某某大药房");
        assertThat(assessment.getDivision()).isEqualTo("360600");
        assertThat(assessment.getCodeValid()).isTrue();
        assertThat(assessment.getHeadlineClass()).isEqualTo("B");
        assertThat(assessment.getStandings().get(0).getScore()).isEqualTo(300);
        assertThat(assessment.getContributions())
                .extracting(Contribution::getIndicator, Contribution::getContribution)
                .containsExactly(tuple("G3.1.1", 300));
        assertThat(assessment.getTruncated()).isFalse();
        assertThat(assessment.getTextZh()).isNotBlank();
    }

    @Test
    void aCodeThatFailsItsCheckIsFlaggedAndAnotherIdIsNotJudged() {
        assertThat(assessmentOf("91350100M000100Y44").getCodeValid()).isFalse();
        assertThat(assessmentOf("FEI 3001234567").getCodeValid()).isNull();
    }

    @Test
    void anAlertTellsWhatChangedAndWhy() {
        EntityStep step = step("v1 300");
        apply(step, Messages.recall(ENTITY, NOW, "batch 7"));
        Outbound message = AlertEncoding.encode(last(Output.Alerted.class));
        assertThat(message.key()).isEqualTo(ENTITY);
        assertThat(message.domains()).containsExactly("drug");
        assertThat(message.isCase()).isTrue();
        Alert alert = decode(message, Alert.class);
        assertThat(alert.getRule()).isEqualTo("T08");
        assertThat(alert.getTransition()).isEqualTo(Transition.RAISED);
        assertThat(alert.getSignal()).isEqualTo(Signal.FIRING);
        assertThat(alert.getLevel()).isEqualTo(Level.RED);
        assertThat(alert.getRevision()).isEqualTo(1);
        assertThat(alert.getSubject()).isEqualTo("batch 7");
        assertThat(alert.getEvidence().get(0).getRecordKey()).isEqualTo("batch 7");
        assertThat(alert.getTextEn()).contains("batch 7");
    }

    @Test
    void aMonthIsNamedByItsYearAndNumber() {
        EntityStep step = step("v1 300");
        apply(step, Messages.profile(ENTITY, at("2025-12-15T09:00"), "某某大药房"));
        apply(step, Messages.penalty(ENTITY, at("2026-01-02T09:00")));
        MonthlyClass monthly = decode(MonthlyClassEncoding.encode(last(Output.MonthClosed.class)), MonthlyClass.class);
        assertThat(monthly.getMonth()).isEqualTo("2025-12");
        assertThat(monthly.getHeadlineClass()).isEqualTo("A");
        assertThat(monthly.getRecordedAt().toEpochMilli()).isEqualTo(at("2026-01-01T00:00"));
    }

    @Test
    void aMessageThatWouldBeTooLargeLosesExplanationsAndSaysSo() {
        EntityStep step = step("v1 1 700");
        for (int i = 0; i < 20; i++) {
            String key = "number " + i;
            apply(
                    step,
                    Messages.event(
                            ENTITY, NOW + i, event -> event.setRecordKey(key).setSource("s".repeat(256))));
        }
        apply(step, Messages.recall(ENTITY, NOW + 100, "batch 7"));
        Outbound assessed = AssessmentEncoding.encode(last(Output.Assessed.class));
        Outbound alerted = AlertEncoding.encode(last(Output.Alerted.class));
        assertThat(assessed.value()).hasSizeLessThanOrEqualTo(Limits.OUTPUT_BYTES);
        assertThat(alerted.value()).hasSizeLessThanOrEqualTo(Limits.OUTPUT_BYTES);
        Assessment assessment = decode(assessed, Assessment.class);
        assertThat(assessment.getTruncated()).isTrue();
        assertThat(assessment.getStandings()).isNotEmpty();
        assertThat(decode(alerted, Alert.class).getTruncated()).isTrue();
    }

    private Assessment assessmentOf(String entityId) {
        Turn turn = step("v1 300").onEvent(entityId, null, event(Messages.penalty(entityId, NOW)));
        outputs.addAll(turn.outputs());
        return decode(AssessmentEncoding.encode(last(Output.Assessed.class)), Assessment.class);
    }

    private void apply(EntityStep step, byte[] message) {
        Turn turn = step.onEvent(ENTITY, dossier, event(message));
        dossier = turn.dossier();
        outputs.addAll(turn.outputs());
    }

    private <T extends Output> T last(Class<T> kind) {
        return Objects.requireNonNull(outputs.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((first, second) -> second)
                .orElse(null));
    }

    private static EntityStep step(String bundle) {
        return new EntityStep(CatalogueTimeline.of(new FakeCompiler().compileChecked(bundle)));
    }

    private static Event event(byte[] message) {
        return ((Decoding.Accepted<Event>) EventDecoding.of(message)).value();
    }

    private static <T extends SpecificRecord> T decode(Outbound message, Class<T> type) {
        return ((Decoded.Value<T>) Wire.decode(message.value(), type)).value();
    }
}
