package dev.forewarn.core.oracle;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An event that can still be changed. */
final class EventDraft {

    long recordedAtMs;
    String type;
    String recordKey;
    int revision;
    Op op;

    @Nullable
    String entityName;

    List<String> domains;
    long occurredAtMs;

    @Nullable
    Long dueAtMs;

    @Nullable
    Long endedAtMs;

    String source;

    @Nullable
    String division;

    @Nullable
    String grid;

    @Nullable
    String severity;

    @Nullable
    Long amountMinor;

    @Nullable
    String subject;

    SortedMap<String, String> attributes;
    SortedMap<String, Long> numbers;

    /** An assertion of something that happens as it becomes known. */
    EventDraft(String type, String recordKey, long atMs) {
        this.recordedAtMs = atMs;
        this.type = type;
        this.recordKey = recordKey;
        this.op = Op.ASSERT;
        this.domains = List.of();
        this.occurredAtMs = atMs;
        this.source = Words.SOURCES.get(0);
        this.attributes = new TreeMap<>();
        this.numbers = new TreeMap<>();
    }

    /** What another event says. */
    EventDraft(Event event) {
        this.recordedAtMs = event.recordedAtMs();
        this.type = event.type();
        this.recordKey = event.recordKey();
        this.revision = event.revision();
        this.op = event.op();
        this.entityName = event.entityName();
        this.domains = event.domains();
        this.occurredAtMs = event.occurredAtMs();
        this.dueAtMs = event.dueAtMs();
        this.endedAtMs = event.endedAtMs();
        this.source = event.source();
        this.division = event.division();
        this.grid = event.grid();
        this.severity = event.severity();
        this.amountMinor = event.amountMinor();
        this.subject = event.subject();
        this.attributes = event.attributes();
        this.numbers = event.numbers();
    }

    Event finished() {
        return new Event(
                Words.ENTITY,
                recordedAtMs,
                type,
                recordKey,
                revision,
                op,
                entityName,
                domains,
                occurredAtMs,
                dueAtMs,
                endedAtMs,
                source,
                division,
                grid,
                severity,
                amountMinor,
                subject,
                attributes,
                numbers);
    }
}
