package dev.forewarn.engine.wire;

import org.jspecify.annotations.Nullable;

/**
 * Where an input stood.
 *
 * @param partition at least 0
 * @param offset at least 0
 * @param appendedAtMs when the broker took it in, in ms since 1970; null if it does not say
 * @param key the record key; null if it had none
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
public record Provenance(
        String topic, int partition, long offset, @Nullable Long appendedAtMs, byte @Nullable [] key) {}
