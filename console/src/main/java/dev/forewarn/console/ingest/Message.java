package dev.forewarn.console.ingest;

import dev.forewarn.avro.Alert;
import java.time.Instant;

/**
 * A message of a topic, read.
 *
 * @param content an Avro record, or one of this package: {@link Bundle}, {@link Poison}, {@link Removal}
 * @param bytes as they stand on the topic
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on and never compared.
public record Message(Origin origin, Object content, byte[] bytes) {

    /**
     * Where a message stands.
     *
     * @param topic whole name of the topic
     * @param appendedAt the broker's stamp
     */
    public record Origin(String topic, int partition, long offset, Instant appendedAt) {}

    /** A catalogue as it was published. */
    public record Bundle(String stage, String text, String author, String approver, String remark) {}

    /** An alert of the catalogue on trial, on which nobody acts. */
    public record ShadowAlert(Alert alert) {}

    /** A business of which nothing is known any more: a record without a value on a compacted topic. */
    public record Removal(String entityId) {}

    /**
     * What could not be read, or not be kept.
     *
     * @param reason for machines
     * @param detail for people
     * @param bytes the message, as far as it is kept
     * @param length of the whole message in bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // The bytes are handed on and never compared.
    public record Poison(String reason, String detail, byte[] bytes, int length) {

        /** How much of a message is kept at most, in bytes. */
        public static final int KEPT_BYTES = 1 << 20;

        public static Poison of(String reason, String detail, byte[] message) {
            byte[] kept = message.length <= KEPT_BYTES ? message : java.util.Arrays.copyOf(message, KEPT_BYTES);
            return new Poison(reason, detail, kept, message.length);
        }
    }
}
