package dev.forewarn.avro;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the source of the log reads of a message without decoding the rest.
 *
 * @param kind which record the message holds; one that {@link RecordKind#isOnLog()}
 * @param entityId the business; null for a {@link RecordKind#TICK}, which is about all of its partition
 * @param recordedAt when the message was published; for a tick, the instant that it announces
 * @param type type of the fact, such as {@code penalty.decided}; null for all but an {@link RecordKind#EVENT}
 */
public record Envelope(
        RecordKind kind,
        @Nullable String entityId,
        Instant recordedAt,
        @Nullable String type) {}
