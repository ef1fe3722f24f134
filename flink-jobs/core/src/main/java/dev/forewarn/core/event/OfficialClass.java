package dev.forewarn.core.event;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The monthly classes of one entity as the official platform published them.
 *
 * @param recordedAtMs when the intake published the message, in ms since 1970
 * @param month {@code 12 × year + month − 1}
 * @param labels fused class by domain
 */
public record OfficialClass(String entityId, long recordedAtMs, int month, SortedMap<String, String> labels) {
    public OfficialClass {
        if (entityId.isEmpty() || labels.isEmpty()) {
            throw new IllegalArgumentException(
                    "an official class names an entity and at least one domain; got '" + entityId + "' and " + labels);
        }
        labels = new TreeMap<>(labels);
    }
}
