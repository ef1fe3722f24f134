package dev.forewarn.cli.history;

import dev.forewarn.core.event.Event;
import dev.forewarn.engine.wire.EventDecoding;
import java.util.ArrayList;
import java.util.List;

/** The events of one business in the order of its log, still encoded: a partition of them fits into memory. */
public final class EntityLog {

    private final String entityId;
    private final List<byte[]> messages = new ArrayList<>();

    EntityLog(String entityId) {
        this.entityId = entityId;
    }

    void add(byte[] message) {
        messages.add(message);
    }

    public String entityId() {
        return entityId;
    }

    /** All events that keep to the contract. */
    public List<Event> events() {
        return knownBefore(Long.MAX_VALUE);
    }

    /**
     * The events that were known before an instant, in ms since 1970. Known is what the clock of the business says: an
     * event that came behind a later one was known only with that.
     */
    public List<Event> knownBefore(long instantMs) {
        List<Event> events = new ArrayList<>();
        long clockMs = Long.MIN_VALUE;
        for (byte[] message : messages) {
            if (EventDecoding.of(message) instanceof EventDecoding.Accepted accepted) {
                clockMs = Math.max(clockMs, accepted.event().recordedAtMs());
                if (clockMs >= instantMs) {
                    break;
                }
                events.add(accepted.event());
            }
        }
        return events;
    }
}
