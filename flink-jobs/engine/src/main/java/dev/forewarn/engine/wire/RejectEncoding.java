package dev.forewarn.engine.wire;

import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Rejects as messages. */
public final class RejectEncoding {

    private static final byte[] NOTHING = {};

    private RejectEncoding() {}

    /**
     * The message for a refused input: its first bytes, its length, its digest and where it stood.
     *
     * @param entityId the entity, as far as the input could be read
     * @param input the whole input; null if there was none
     */
    public static byte[] encode(
            RejectReason reason, String detail, Provenance from, @Nullable String entityId, byte @Nullable [] input) {
        byte[] whole = input == null ? NOTHING : input;
        Reject reject = new Reject();
        reject.setReason(reason.wireName());
        reject.setDetail(Texts.cut(detail, Limits.REJECT_DETAIL_CHARACTERS));
        reject.setTopic(from.topic());
        reject.setPartition(from.partition());
        reject.setOffset(from.offset());
        Long appendedAtMs = from.appendedAtMs();
        reject.setAppendedAt(appendedAtMs == null ? null : Instant.ofEpochMilli(appendedAtMs));
        byte[] key = from.key();
        reject.setKey(key == null ? null : start(key, Limits.REJECT_KEY_BYTES));
        reject.setEntityId(entityId);
        reject.setInput(start(whole, Limits.REJECT_INPUT_BYTES));
        reject.setInputLength(whole.length);
        reject.setInputSha256(sha256(whole));
        return Wire.encode(reject);
    }

    private static ByteBuffer start(byte[] bytes, int limit) {
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, limit));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
