package dev.forewarn.engine.timeline;

import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.wire.LogReading;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Provenance;
import dev.forewarn.engine.wire.TickEncoding;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.function.Consumer;

/** Messages of the log with sound defaults: a test names only what matters to it. */
public final class Messages {

    public static final String TOPIC = "forewarn.events.v1";
    public static final String ENTITY = "91350100M000100Y43";

    private Messages() {}

    /**
     * An instant in the zone of {@link FakeCompiler}, in ms since 1970, from a text such as {@code 2026-03-01T09:00}.
     */
    public static long at(String localTime) {
        return LocalDateTime.parse(localTime)
                .atZone(FakeCompiler.ZONE)
                .toInstant()
                .toEpochMilli();
    }

    /** The bytes of a penalty, published an hour after it was decided, with changes. */
    public static byte[] event(String entityId, long recordedAtMs, Consumer<Event.Builder> changes) {
        Event.Builder event = Event.newBuilder()
                .setEntityId(entityId)
                .setRecordedAt(java.time.Instant.ofEpochMilli(recordedAtMs))
                .setType("penalty.decided")
                .setEventId("e-" + recordedAtMs)
                .setOccurredAt(java.time.Instant.ofEpochMilli(recordedAtMs - 3_600_000))
                .setSource("penalties");
        changes.accept(event);
        return Wire.encode(event.build());
    }

    public static byte[] penalty(String entityId, long recordedAtMs) {
        return event(entityId, recordedAtMs, event -> {});
    }

    public static byte[] recall(String entityId, long recordedAtMs, String batch) {
        return event(
                entityId,
                recordedAtMs,
                event -> event.setType("recall.announced").setSubject(batch).setRecordKey(batch));
    }

    public static byte[] profile(String entityId, long recordedAtMs, String name) {
        return event(
                entityId,
                recordedAtMs,
                event -> event.setType("entity.profile").setEntityName(name).setDivision("360600"));
    }

    /** The bytes of a person's step about an alert, with changes. */
    public static byte[] disposal(String entityId, long recordedAtMs, Consumer<Disposal.Builder> changes) {
        Disposal.Builder disposal = Disposal.newBuilder()
                .setEntityId(entityId)
                .setRecordedAt(java.time.Instant.ofEpochMilli(recordedAtMs))
                .setAlertId("a")
                .setAlertRevision(1)
                .setStep("accept")
                .setActorIdHash("h")
                .setActorUnit("u")
                .setActorRole("r")
                .setAt(java.time.Instant.ofEpochMilli(recordedAtMs));
        changes.accept(disposal);
        return Wire.encode(disposal.build());
    }

    /** A record of the log as its source reads it, taken in by the broker when it was published. */
    public static LogRecord onLog(String key, long recordedAtMs, byte[] message) {
        return LogReading.read(from(key, recordedAtMs), message);
    }

    public static LogRecord tick(long atMs) {
        return LogReading.read(new Provenance(TOPIC, 0, 0, atMs, null), TickEncoding.encode(atMs));
    }

    public static Provenance from(String key, long appendedAtMs) {
        return new Provenance(TOPIC, 3, 42, appendedAtMs, key.getBytes(StandardCharsets.UTF_8));
    }
}
