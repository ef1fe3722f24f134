package dev.forewarn.engine.wire;

import java.util.Map;

/**
 * One record of the catalogue topic, unread. Flat, so that Flink sends it without Kryo.
 *
 * @param stage record key: {@code live}, {@code shadow} or {@code verdict}; empty if the record had none
 * @param text the bundle in UTF-8; empty if the record had no value
 * @param headers those of {@link PublicationNote#HEADERS} that it has
 * @param partition at least 0
 * @param offset at least 0
 * @param appendedAtMs when the broker took it in, in ms since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // Flink serializes byte[] without Kryo; nobody compares these records.
public record CatalogueRecord(
        String stage, byte[] text, Map<String, String> headers, int partition, long offset, long appendedAtMs) {

    public CatalogueRecord {
        headers = Map.copyOf(headers);
    }

    /** The same, for those who need only know which one it is and what is said with it. */
    public CatalogueRecord withoutText() {
        return new CatalogueRecord(stage, new byte[0], headers, partition, offset, appendedAtMs);
    }
}
