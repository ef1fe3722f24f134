package dev.forewarn.engine.wire;

import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Wire;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
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

    /**
     * What becomes of a message: a message of the log, or a reject. Never throws.
     *
     * @param count is told why, if it is a reject
     */
    public Addressed forward(Provenance from, byte @Nullable [] message, Consumer<RejectReason> count) {
        Decoding<Disposal> decoding = Decoding.of(message, Disposal.class, DisposalForwarding::keyed);
        if (decoding instanceof Decoding.Refused<Disposal> refused) {
            count.accept(refused.reason());
            return reject(refused.reason(), refused.detail(), from, message);
        }
        Disposal disposal = ((Decoding.Accepted<Disposal>) decoding).value();
        Long appendedAtMs = from.appendedAtMs();
        if (isWall && appendedAtMs != null) {
            disposal.setRecordedAt(Instant.ofEpochMilli(appendedAtMs));
        }
        return new Addressed(log, null, disposal.getEntityId(), Wire.encode(disposal));
    }

    /** What the key needs; all else is for the entity to check. */
    private static Decoding<Disposal> keyed(Disposal disposal) {
        Contract contract = new Contract();
        contract.checkPresent("entity_id", disposal.getEntityId(), RejectReason.EMPTY_ENTITY_ID);
        contract.checkText("entity_id", disposal.getEntityId());
        return contract.decoding(() -> disposal);
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
