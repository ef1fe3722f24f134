package dev.forewarn.cli.mapping;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.document.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event that a row may give.
 *
 * @param when the rows that give it
 */
record EventTemplate(
        Place place,
        Expression when,
        Map<Field, Expression> fields,
        SortedMap<String, Expression> attributes,
        SortedMap<String, Expression> numbers) {

    /** Largest event, in bytes; leaves room for what Kafka adds, below {@link Wire#MESSAGE_BYTES_LIMIT}. */
    static final int EVENT_BYTES_LIMIT = 1_000_000;

    private static final Duration OCCURRED_AHEAD_LIMIT = Duration.ofDays(1);

    /** Whether a row gives the event; what keeps the question from being answered goes to the faults. */
    boolean takes(Map<String, String> row, List<RowFault> faults) {
        return Boolean.TRUE.equals(value("when", when, row, faults));
    }

    /** The event of a row, null if there are faults. */
    @Nullable Event event(Map<String, String> row, List<RowFault> faults) {
        List<RowFault> own = new ArrayList<>();
        Event.Builder event = Event.newBuilder();
        fields.forEach((field, expression) -> fill(event, field, expression, row, own));
        SortedMap<String, String> texts = new TreeMap<>();
        attributes.forEach((name, expression) -> {
            if (value("attributes." + name, expression, row, own) instanceof String text) {
                texts.put(name, text);
            }
        });
        SortedMap<String, Double> doubles = new TreeMap<>();
        numbers.forEach((name, expression) -> {
            if (value("numbers." + name, expression, row, own) instanceof Double number) {
                doubles.put(name, number);
            }
        });
        Event built = own.isEmpty() ? checked(event.setAttributes(texts).setNumbers(doubles), own) : null;
        faults.addAll(own);
        return built;
    }

    private static void fill(
            Event.Builder event,
            Field field,
            Expression expression,
            Map<String, String> row,
            List<RowFault> faults) {
        int before = faults.size();
        Object value = value(field.key(), expression, row, faults);
        if (faults.size() > before) {
            return;
        }
        String fault = field.fault(value);
        if (fault != null) {
            faults.add(new RowFault(field.key(), fault, expression.place()));
        } else if (value != null) {
            field.set(event, value);
        }
    }

    private @Nullable Event checked(Event.Builder builder, List<RowFault> faults) {
        Event event = builder.build();
        if (event.getRecordKey().isEmpty()) {
            event.setRecordKey(event.getEventId());
        }
        if (event.getOccurredAt().isAfter(event.getRecordedAt().plus(OCCURRED_AHEAD_LIMIT))) {
            faults.add(new RowFault(
                    "occurred_at",
                    "an event occurs at most a day after it became known; got " + event.getOccurredAt()
                            + ", known at " + event.getRecordedAt(),
                    place));
            return null;
        }
        int bytes = Wire.encode(event).length;
        if (bytes > EVENT_BYTES_LIMIT) {
            faults.add(new RowFault(
                    "event", "an event has at most " + EVENT_BYTES_LIMIT + " bytes; got " + bytes, place));
            return null;
        }
        return event;
    }

    private static @Nullable Object value(
            String field, Expression expression, Map<String, String> row, List<RowFault> faults) {
        try {
            return expression.of(row);
        } catch (BadValue e) {
            faults.add(new RowFault(field, e.reason(), expression.place()));
            return null;
        }
    }
}
