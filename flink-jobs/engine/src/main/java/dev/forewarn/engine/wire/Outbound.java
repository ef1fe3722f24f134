package dev.forewarn.engine.wire;

import java.util.List;

/**
 * A message on its way out. Flat, so that Flink sends it without Kryo.
 *
 * @param key record key: the entity id, or what else keeps messages in order
 * @param value the encoded message, at most {@link Limits#OUTPUT_BYTES}
 * @param domains of an alert the teams that it concerns, else empty
 * @param isCase whether it is an alert that has been orange or red
 */
@SuppressWarnings("ArrayRecordComponent") // Flink serializes byte[] without Kryo; nobody compares these records.
public record Outbound(Channel channel, String key, byte[] value, List<String> domains, boolean isCase) {

    /** What a message is. */
    public enum Channel {
        ALERTS,
        /** Alerts of the catalogue that is assessed beside the one in force. */
        SHADOW_ALERTS,
        ASSESSMENTS,
        CLASSES,
        /** Verdicts on published catalogues. */
        AUDIT,
        /** The same for the topic of catalogues, where they decide. */
        VERDICTS,
        /** Events about sources, for the log. */
        LOG,
        /** Whether a source is silent, for the topic of catalogues. */
        SOURCES,
        REJECTS
    }

    public Outbound {
        domains = List.copyOf(domains);
    }

    /** A message that is no alert. */
    public static Outbound of(Channel channel, String key, byte[] value) {
        return new Outbound(channel, key, value, List.of(), false);
    }
}
