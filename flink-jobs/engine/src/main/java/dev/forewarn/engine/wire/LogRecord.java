package dev.forewarn.engine.wire;

/**
 * One record of the log on its way from the source to the entity: what was read of it, and its bytes, unread. Flat, so
 * that Flink sends it without Kryo.
 *
 * @param kind what the bytes are
 * @param entityId the key; empty for a tick or a reject
 * @param recordedAtMs when it was published, in ms since 1970; for a tick the instant that it announces; 0 for a reject
 * @param bytes the message; of a reject the encoded reject
 * @param partition partition of the log, at least 0
 * @param offset offset in the partition, at least 0
 * @param appendedAtMs when the broker took it in, in ms since 1970; 0 if it does not say
 * @param reason wire name of the reason; empty unless this is a reject
 */
@SuppressWarnings("ArrayRecordComponent") // Flink serializes byte[] without Kryo; nobody compares these records.
public record LogRecord(
        Kind kind,
        String entityId,
        long recordedAtMs,
        byte[] bytes,
        int partition,
        long offset,
        long appendedAtMs,
        String reason) {

    /** What a record of the log is. */
    public enum Kind {
        EVENT,
        /** The official platform's classes of a month. */
        OFFICIAL,
        /** A person's step about an alert. */
        DISPOSAL,
        /** Time, for every entity of the partition. */
        TICK,
        /** An input that was refused. */
        REJECT
    }

    /** Whether the clock may see it. */
    public boolean isAccepted() {
        return kind != Kind.REJECT;
    }
}
