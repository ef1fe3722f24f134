package dev.forewarn.engine.wire;

import org.jspecify.annotations.Nullable;

/**
 * A message and the topic that it goes to. Flat, so that Flink sends it without Kryo.
 *
 * @param partition null: by the key
 * @param key null: none
 */
@SuppressWarnings("ArrayRecordComponent") // Flink serializes byte[] without Kryo; nobody compares these records.
public record Addressed(
        String topic, @Nullable Integer partition, @Nullable String key, byte[] value) {}
