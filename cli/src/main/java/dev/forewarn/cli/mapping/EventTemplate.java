package dev.forewarn.cli.mapping;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.document.Place;
import dev.forewarn.engine.wire.Decoding;
import dev.forewarn.engine.wire.EventDecoding;
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

    /** Whether a row gives the event; what keeps the question from being answered goes to the faults. */
    boolean takes(Map<String, String> row, List<RowFault> faults) {
        return Boolean.TRUE.equals(value("when", when, row, faults));
    }

    /** The event of a row, null if there are faults. */
    @Nullable
    Event event(Map<String, String> row, List<RowFault> faults) {
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
            Event.Builder event, Field field, Expression expression, Map<String, String> row, List<RowFault> faults) {
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
        // The log's own contract has the last word, so that nothing is published that the job would refuse.
        if (EventDecoding.of(Wire.encode(event)) instanceof Decoding.Refused<?> refused) {
            faults.add(new RowFault("event", refused.detail(), place));
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
