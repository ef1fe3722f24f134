package dev.forewarn.engine.wire;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Envelope;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.time.LocalDays;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a record of the log what the source needs: whose it is and when it was published. A record whose envelope
 * breaks the contract becomes a reject here, and the clock never sees it; what is wrong with the rest is found by the
 * entity.
 */
public final class LogReading {

    private LogReading() {}

    /** The record for a message; a reject if its envelope is at fault. Never throws. */
    public static LogRecord read(Provenance from, byte @Nullable [] message) {
        if (message != null && message.length > Limits.MESSAGE_BYTES) {
            return reject(
                    RejectReason.TOO_LARGE,
                    "a message of the log has at most " + Limits.MESSAGE_BYTES + " bytes; got " + message.length,
                    from,
                    message);
        }
        Decoded<Envelope> decoded = Wire.envelope(message);
        if (message == null || !(decoded instanceof Decoded.Value<Envelope> value)) {
            Decoded.Refused<Envelope> refused = (Decoded.Refused<Envelope>) decoded;
            return reject(RejectReason.of(refused.reason()), refused.detail(), from, message);
        }
        return read(from, message, value.value());
    }

    private static LogRecord read(Provenance from, byte[] message, Envelope envelope) {
        String late = future(from, envelope.recordedAt());
        if (late != null) {
            return reject(RejectReason.FUTURE_RECORDED, late, from, message);
        }
        if (!LocalDays.isPossible(envelope.recordedAt().toEpochMilli())) {
            return reject(
                    RejectReason.IMPOSSIBLE_DATE,
                    "recorded_at lies in the years 1900 to 2199; got " + envelope.recordedAt(),
                    from,
                    message);
        }
        return switch (envelope.kind()) {
            case TICK -> accepted(LogRecord.Kind.TICK, "", from, message, envelope);
            case EVENT -> event(from, message, envelope);
            case MONTHLY_CLASS -> keyed(LogRecord.Kind.OFFICIAL, from, message, envelope);
            case DISPOSAL -> keyed(LogRecord.Kind.DISPOSAL, from, message, envelope);
            default -> throw new IllegalStateException(envelope.kind() + " has no envelope, so none was read");
        };
    }

    private static LogRecord event(Provenance from, byte[] message, Envelope envelope) {
        if (envelope.type() == null || envelope.type().isEmpty()) {
            return reject(RejectReason.EMPTY_TYPE, "type has at least one character", from, message);
        }
        return keyed(LogRecord.Kind.EVENT, from, message, envelope);
    }

    private static LogRecord keyed(LogRecord.Kind kind, Provenance from, byte[] message, Envelope envelope) {
        String entityId = envelope.entityId();
        if (entityId == null || entityId.isEmpty()) {
            return reject(RejectReason.EMPTY_ENTITY_ID, "entity_id has at least one character", from, message);
        }
        if (entityId.length() > Limits.TEXT_CHARACTERS) {
            return reject(
                    RejectReason.TEXT_TOO_LONG,
                    "entity_id has at most " + Limits.TEXT_CHARACTERS + " characters; got " + entityId.length(),
                    from,
                    message);
        }
        if (!Arrays.equals(from.key(), entityId.getBytes(StandardCharsets.UTF_8))) {
            return reject(
                    RejectReason.KEY_MISMATCH,
                    "the record key is the entity id; got " + Texts.quoted(from.key()) + " for "
                            + Texts.quoted(entityId),
                    from,
                    message);
        }
        return accepted(kind, entityId, from, message, envelope);
    }

    private static @Nullable String future(Provenance from, Instant recordedAt) {
        Long appendedAtMs = from.appendedAtMs();
        if (appendedAtMs == null || recordedAt.toEpochMilli() <= appendedAtMs + Limits.RECORDED_AHEAD_MS) {
            return null;
        }
        return "recorded_at lies at most " + Limits.RECORDED_AHEAD_MS / 60_000 + " minutes after the broker's "
                + Instant.ofEpochMilli(appendedAtMs) + "; got " + recordedAt;
    }

    private static LogRecord accepted(
            LogRecord.Kind kind, String entityId, Provenance from, byte[] message, Envelope envelope) {
        return new LogRecord(
                kind,
                entityId,
                envelope.recordedAt().toEpochMilli(),
                message,
                from.partition(),
                from.offset(),
                appendedAtMs(from),
                "");
    }

    private static LogRecord reject(RejectReason reason, String detail, Provenance from, byte @Nullable [] message) {
        byte[] encoded = RejectEncoding.encode(reason, detail, from, null, message);
        return new LogRecord(
                LogRecord.Kind.REJECT,
                "",
                0,
                encoded,
                from.partition(),
                from.offset(),
                appendedAtMs(from),
                reason.wireName());
    }

    private static long appendedAtMs(Provenance from) {
        Long appendedAtMs = from.appendedAtMs();
        return appendedAtMs == null ? 0 : appendedAtMs;
    }
}
