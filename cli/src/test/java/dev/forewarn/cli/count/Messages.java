package dev.forewarn.cli.count;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Cause;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Family;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Level;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Origin;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.RuleKind;
import dev.forewarn.avro.Signal;
import dev.forewarn.avro.Transition;
import dev.forewarn.avro.Wire;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;

/** Messages in which only what is counted differs. */
final class Messages {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private Messages() {}

    static byte[] event(String entity, String eventId, String recordKey, String severity) {
        return event(entity, "penalty.decided", eventId, recordKey, severity);
    }

    static byte[] profile(String eventId) {
        return event("A", "entity.profile", eventId, eventId, "");
    }

    private static byte[] event(String entity, String type, String eventId, String recordKey, String severity) {
        return Wire.encode(Event.newBuilder()
                .setEntityId(entity)
                .setRecordedAt(NOON)
                .setType(type)
                .setEventId(eventId)
                .setRecordKey(recordKey)
                .setOccurredAt(NOON)
                .setSource("court")
                .setSeverity(severity)
                .build());
    }

    static byte[] alert(String id, int revision, Transition transition, Signal signal, Level level, Level peak) {
        return Wire.encode(Alert.newBuilder()
                .setEntityId("entity of " + id)
                .setAlertId(id)
                .setRevision(revision)
                .setAt(NOON)
                .setTransition(transition)
                .setCause(Cause.EVENT)
                .setSignal(signal)
                .setHandling(signal == Signal.FIRING || signal == Signal.EASED ? Handling.NEW : Handling.CLOSED)
                .setRule(id.substring(0, 1))
                .setRuleNameZh("")
                .setRuleNameEn("rule " + id.charAt(0))
                .setKind(RuleKind.CONDITION)
                .setFamily(Family.LEAD)
                .setLevel(level)
                .setPeakLevel(peak)
                .setOpenedAt(NOON)
                .setClassified(false)
                .setLeadDays(27)
                .setEvidenceCount(0)
                .setCatalogueVersion("")
                .setTextZh("")
                .setTextEn("")
                .build());
    }

    static byte[] assessment(String entity, String label) {
        return Wire.encode(Assessment.newBuilder()
                .setEntityId(entity)
                .setAt(NOON)
                .setDay(LocalDate.of(2026, 5, 4))
                .setCause(Cause.EVENT)
                .setRegistered(true)
                .setHeadlineClass(label)
                .setFacts(1)
                .setSaturated(false)
                .setCatalogueVersion("")
                .setTextZh("")
                .setTextEn("")
                .build());
    }

    static byte[] monthlyClass(String entity, String month, String label) {
        return Wire.encode(MonthlyClass.newBuilder()
                .setEntityId(entity)
                .setRecordedAt(NOON)
                .setMonth(month)
                .setOrigin(Origin.ENGINE)
                .setHeadlineClass(label)
                .setCatalogueVersion("")
                .build());
    }

    static byte[] reject(String reason, long offset) {
        return Wire.encode(Reject.newBuilder()
                .setReason(reason)
                .setDetail("")
                .setTopic("t")
                .setPartition(0)
                .setOffset(offset)
                .setInput(ByteBuffer.allocate(0))
                .setInputLength(0)
                .setInputSha256("")
                .build());
    }
}
