package dev.forewarn.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.RecordKind;
import dev.forewarn.avro.Tick;
import dev.forewarn.avro.Wire;
import java.util.ArrayList;
import java.util.List;

/** A log that remembers what each partition got, as {@code event id @ instant} or {@code tick @ instant}. */
final class FakeLog implements LogWriter {

    private final List<List<String>> partitions = new ArrayList<>();
    private boolean isFlushed;

    FakeLog(int partitions) {
        for (int i = 0; i < partitions; i++) {
            this.partitions.add(new ArrayList<>());
        }
    }

    List<String> partition(int partition) {
        return partitions.get(partition);
    }

    boolean isFlushed() {
        return isFlushed;
    }

    @Override
    public int partitions() {
        return partitions.size();
    }

    /** Entities are numbers here, and stand in the partition of that number. */
    @Override
    public void write(String entityId, byte[] message) {
        writeTo(Integer.parseInt(entityId) % partitions.size(), message);
    }

    @Override
    public void writeTo(int partition, byte[] message) {
        isFlushed = false;
        partitions.get(partition).add(text(message));
    }

    @Override
    public void flush() {
        isFlushed = true;
    }

    private static String text(byte[] message) {
        if (Wire.kind(message).equals(new Decoded.Value<>(RecordKind.TICK))) {
            return "tick @ " + value(Wire.decode(message, Tick.class)).getAt();
        }
        Event event = value(Wire.decode(message, Event.class));
        return event.getEventId() + " @ " + event.getRecordedAt();
    }

    private static <T> T value(Decoded<T> decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Value.class);
        return ((Decoded.Value<T>) decoded).value();
    }
}
