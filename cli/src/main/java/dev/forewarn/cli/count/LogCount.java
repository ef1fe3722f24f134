package dev.forewarn.cli.count;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.RecordKind;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.catalogue.Source;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is on a log: its messages by kind, its events by type, and how many different facts these assert.
 *
 * <p>Each event is the first of its fact, a further version of it, or a duplicate: alike in all but the event's own id,
 * as when one row stands twice in a source, or a replay is done again.
 */
public final class LogCount {

    private static final int HASH_BYTES = 16;

    private final SortedMap<String, Long> messages = new TreeMap<>();
    private final SortedMap<String, Long> eventsByType = new TreeMap<>();
    private final Set<String> entities = new HashSet<>();
    private final Set<ByteBuffer> facts = new HashSet<>();
    private final Set<ByteBuffer> versions = new HashSet<>();
    private long events;

    /** Takes the next message of the log. */
    public void add(byte[] message) {
        String kind = Wire.kind(message) instanceof Decoded.Value<RecordKind> known
                ? known.value().recordName()
                : "unreadable";
        messages.merge(kind, 1L, Long::sum);
        if (kind.equals(RecordKind.EVENT.recordName())
                && Wire.decode(message, Event.class) instanceof Decoded.Value<Event> event) {
            add(event.value());
        }
    }

    private void add(Event event) {
        events++;
        eventsByType.merge(event.getType(), 1L, Long::sum);
        if (!Source.isEntity(event.getEntityId())) {
            entities.add(event.getEntityId());
        }
        event.setEventId("");
        if (event.getType().equals(dev.forewarn.core.event.Event.PROFILE)) {
            // A business has one profile, whatever its messages call it.
            event.setRecordKey(event.getType());
        }
        versions.add(hash(Wire.encode(event)));
        facts.add(hash((event.getEntityId() + '\n' + event.getType() + '\n' + event.getRecordKey())
                .getBytes(StandardCharsets.UTF_8)));
    }

    /** Stands for the bytes, so that a log of millions can be counted. */
    private static ByteBuffer hash(byte[] bytes) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes), 0, HASH_BYTES)
                    .slice();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Messages by the name of their record; {@code unreadable} for those that are none. */
    public Map<String, Long> messages() {
        return new TreeMap<>(messages);
    }

    public long events() {
        return events;
    }

    public Map<String, Long> eventsByType() {
        return new TreeMap<>(eventsByType);
    }

    /** Businesses that any event is about. */
    public long entities() {
        return entities.size();
    }

    /** Different facts: of one business, type and record key. */
    public long facts() {
        return facts.size();
    }

    /** Events that repeat another in all but their own id. */
    public long duplicates() {
        return events - versions.size();
    }

    /** Events that say something else of a fact than another event does; the newest version wins. */
    public long furtherVersions() {
        return versions.size() - facts();
    }
}
