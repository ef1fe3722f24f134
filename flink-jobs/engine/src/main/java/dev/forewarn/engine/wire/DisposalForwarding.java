package dev.forewarn.engine.wire;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Wire;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes people's steps from those who may not write to the log, and stamps them as an intake does. The stamp is the
 * broker's, so a step that is forwarded twice is the same twice.
 *
 * @param log topic of the log
 * @param rejects topic of what is refused
 * @param isWall whether the time is that of the wall clock; else a step keeps the stamp that it came with, as events of
 *     the past do
 */
public record DisposalForwarding(String log, String rejects, boolean isWall) implements Serializable {

    /** What becomes of a message: a message of the log, or a reject. Never throws. */
    public Addressed forward(Provenance from, byte @Nullable [] message) {
        if (message != null && message.length > Limits.MESSAGE_BYTES) {
            return reject(
                    RejectReason.TOO_LARGE,
                    "a message has at most " + Limits.MESSAGE_BYTES + " bytes; got " + message.length,
                    from,
                    message);
        }
        Decoded<Disposal> decoded = Wire.decode(message, Disposal.class);
        if (!(decoded instanceof Decoded.Value<Disposal> value)) {
            Decoded.Refused<Disposal> refused = (Decoded.Refused<Disposal>) decoded;
            return reject(RejectReason.of(refused.reason()), refused.detail(), from, message);
        }
        Disposal disposal = value.value();
        String entityId = disposal.getEntityId();
        if (entityId.isEmpty()) {
            return reject(RejectReason.EMPTY_ENTITY_ID, "entity_id has at least one character", from, message);
        }
        if (entityId.length() > Limits.TEXT_CHARACTERS) {
            return reject(
                    RejectReason.TEXT_TOO_LONG,
                    "entity_id has at most " + Limits.TEXT_CHARACTERS + " characters; got " + entityId.length(),
                    from,
                    message);
        }
        Long appendedAtMs = from.appendedAtMs();
        if (isWall && appendedAtMs != null) {
            disposal.setRecordedAt(Instant.ofEpochMilli(appendedAtMs));
        }
        return new Addressed(log, null, entityId, Wire.encode(disposal));
    }

    private Addressed reject(RejectReason reason, String detail, Provenance from, byte @Nullable [] message) {
        byte[] key = from.key();
        return new Addressed(
                rejects,
                null,
                key == null ? from.partition() + "-" + from.offset() : new String(key, StandardCharsets.UTF_8),
                RejectEncoding.encode(reason, detail, from, null, message));
    }
}
