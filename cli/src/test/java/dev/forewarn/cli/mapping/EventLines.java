package dev.forewarn.cli.mapping;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes events as lines that a person can compare: what is not there is left out. */
final class EventLines {

    private EventLines() {}

    static String of(Event event) {
        List<String> parts = new ArrayList<>();
        parts.add(event.getEntityId() + " " + event.getType());
        parts.add("id=" + event.getEventId());
        parts.add("key=" + event.getRecordKey());
        if (event.getRevision() != 0) {
            parts.add("revision=" + event.getRevision());
        }
        if (event.getOp() != Op.ASSERT) {
            parts.add("op=" + event.getOp());
        }
        parts.add("occurred=" + event.getOccurredAt());
        parts.add("recorded=" + event.getRecordedAt());
        add(parts, "due", event.getDueAt());
        add(parts, "ended", event.getEndedAt());
        add(parts, "name", event.getEntityName());
        parts.add("domains=" + event.getDomains());
        parts.add("source=" + event.getSource());
        add(parts, "division", event.getDivision());
        add(parts, "grid", event.getGrid());
        add(parts, "severity", event.getSeverity());
        add(parts, "amount", event.getAmount());
        add(parts, "subject", event.getSubject());
        parts.add("attributes=" + new TreeMap<>(event.getAttributes()));
        parts.add("numbers=" + new TreeMap<>(event.getNumbers()));
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + value);
        }
    }
}
