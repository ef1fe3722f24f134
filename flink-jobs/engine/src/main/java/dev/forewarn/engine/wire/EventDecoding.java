package dev.forewarn.engine.wire;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.core.time.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads events. */
public final class EventDecoding {

    private EventDecoding() {}

    /** Reads a message of the log that should hold an event. Never throws. */
    public static Decoding<Event> of(byte @Nullable [] message) {
        return Decoding.of(
                message,
                dev.forewarn.avro.Event.class,
                event -> new EventContract(event).decoding(() -> toEvent(event)));
    }

    private static Event toEvent(dev.forewarn.avro.Event message) {
        String recordKey = message.getRecordKey();
        return new Event(
                message.getEntityId(),
                message.getRecordedAt().toEpochMilli(),
                message.getType(),
                recordKey.isEmpty() ? message.getEventId() : recordKey,
                message.getRevision(),
                message.getOp() == dev.forewarn.avro.Op.RETRACT ? Op.RETRACT : Op.ASSERT,
                message.getEntityName(),
                message.getDomains(),
                message.getOccurredAt().toEpochMilli(),
                ms(message.getDueAt()),
                ms(message.getEndedAt()),
                message.getSource(),
                message.getDivision(),
                message.getGrid(),
                message.getSeverity(),
                message.getAmount(),
                message.getSubject(),
                new TreeMap<>(message.getAttributes()),
                numbers(message.getNumbers()));
    }

    private static @Nullable Long ms(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static SortedMap<String, Long> numbers(Map<String, Double> numbers) {
        SortedMap<String, Long> exact = new TreeMap<>();
        numbers.forEach((name, value) -> exact.put(name, scaled(value).longValueExact()));
        return exact;
    }

    /** The number times 10⁴, as people would write it: by the shortest decimal that stands for it, rounded half up. */
    static BigDecimal scaled(double finite) {
        return BigDecimal.valueOf(finite).movePointRight(4).setScale(0, RoundingMode.HALF_UP);
    }

    /** Whether a scaled number can be kept. */
    static boolean isExact(BigDecimal scaled) {
        return scaled.abs().compareTo(BigDecimal.valueOf(Exact.LIMIT)) <= 0;
    }
}
