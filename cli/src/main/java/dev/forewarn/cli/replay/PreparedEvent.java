package dev.forewarn.cli.replay;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An event as it will stand on the log, with what orders it: when it became known, source, record key, revision, event
 * id. Events that agree in all five are ordered by their bytes, so that the order never depends on that of the files.
 */
public final class PreparedEvent implements Comparable<PreparedEvent> {

    private static final Comparator<PreparedEvent> ORDER = Comparator.comparingLong(PreparedEvent::recordedAtMs)
            .thenComparing(prepared -> prepared.event.getSource())
            .thenComparing(prepared -> recordKey(prepared.event))
            .thenComparingInt(prepared -> prepared.event.getRevision())
            .thenComparing(prepared -> prepared.event.getEventId())
            .thenComparing(prepared -> prepared.message, Arrays::compareUnsigned);

    private final Event event;
    private final byte[] message;
    private final long recordedAtMs;

    private PreparedEvent(Event event, byte[] message) {
        this.event = event;
        this.message = message;
        this.recordedAtMs = event.getRecordedAt().toEpochMilli();
    }

    public static PreparedEvent of(Event event) {
        return new PreparedEvent(event, Wire.encode(event));
    }

    /** Reads back what {@link #message()} gave. */
    static PreparedEvent ofMessage(byte[] message) {
        if (Wire.decode(message, Event.class) instanceof Decoded.Value<Event> decoded) {
            return new PreparedEvent(decoded.value(), message);
        }
        throw new IllegalStateException("a run holds events that were encoded here; got other bytes");
    }

    public Event event() {
        return event;
    }

    /** The message as it goes to the log; not to be written to. */
    public byte[] message() {
        return message;
    }

    public String entityId() {
        return event.getEntityId();
    }

    /** When the engine could have known, in ms since 1970. */
    public long recordedAtMs() {
        return recordedAtMs;
    }

    /** What the event takes of the heap while it waits to be sorted, in bytes; an estimate. */
    long heapBytes() {
        return 1_000L + 4L * message.length;
    }

    private static String recordKey(Event event) {
        return event.getRecordKey().isEmpty() ? event.getEventId() : event.getRecordKey();
    }

    @Override
    public int compareTo(PreparedEvent other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PreparedEvent that && Arrays.equals(message, that.message);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(message);
    }

    @Override
    public String toString() {
        return event.toString();
    }
}
