package dev.forewarn.engine.wire;

/**
 * One record of the catalogue topic, unread. Flat, so that Flink sends it without Kryo.
 *
 * @param stage record key: {@code live}, later also {@code shadow}; empty if the record had none
 * @param text the bundle in UTF-8; empty if the record had no value
 * @param partition at least 0
 * @param offset at least 0
 * @param appendedAtMs when the broker took it in, in ms since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // Flink serializes byte[] without Kryo; nobody compares these records.
public record CatalogueRecord(String stage, byte[] text, int partition, long offset, long appendedAtMs) {}
