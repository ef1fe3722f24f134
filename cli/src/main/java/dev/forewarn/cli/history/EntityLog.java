package dev.forewarn.cli.history;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.engine.wire.EventDecoding;
import dev.forewarn.engine.wire.OfficialDecoding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the log holds about one business, in its order and still encoded: a partition fits into memory. */
public final class EntityLog {

    private final String entityId;
    private final List<byte[]> messages = new ArrayList<>();
    private boolean hasOfficial;

    EntityLog(String entityId) {
        this.entityId = entityId;
    }

    void add(byte[] event) {
        messages.add(event);
    }

    void addOfficial(byte[] classes) {
        messages.add(classes);
        hasOfficial = true;
    }

    public String entityId() {
        return entityId;
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** Whether the official platform has classified the business. */
    public boolean hasOfficial() {
        return hasOfficial;
    }

    /** All that keeps to the contract, each message as what it does to a playback. */
    public List<Consumer<Playback>> steps() {
        return stepsBefore(Long.MAX_VALUE);
    }

    /**
     * What was known before an instant, in ms since 1970. Known is what the clock of the business says: a message that
     * came behind a later one was known only with that.
     */
    public List<Consumer<Playback>> stepsBefore(long instantMs) {
        List<Consumer<Playback>> steps = new ArrayList<>();
        long clockMs = Long.MIN_VALUE;
        for (byte[] message : messages) {
            if (EventDecoding.of(message) instanceof EventDecoding.Accepted accepted) {
                Event event = accepted.event();
                clockMs = Math.max(clockMs, event.recordedAtMs());
                steps.add(playback -> playback.apply(event));
            } else if (hasOfficial && OfficialDecoding.of(message) instanceof OfficialDecoding.Accepted accepted) {
                OfficialClass official = accepted.classes();
                clockMs = Math.max(clockMs, official.recordedAtMs());
                steps.add(playback -> playback.apply(official));
            }
            if (clockMs >= instantMs) {
                return steps.subList(0, steps.size() - 1);
            }
        }
        return steps;
    }
}
