package dev.forewarn.city;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message before it is due: small enough that those of a month, and the few that wait longer, fit into memory. */
final class Draft {

    /** When they become known; of messages of the same instant, those of one business in the order they were told. */
    static int inOrder(Draft one, Draft other) {
        if (one.recordedMs != other.recordedMs) {
            return Long.compare(one.recordedMs, other.recordedMs);
        }
        if (one.place != other.place) {
            return Integer.compare(one.place, other.place);
        }
        return one.generation != other.generation
                ? Integer.compare(one.generation, other.generation)
                : Integer.compare(one.order, other.order);
    }

    private static final long NONE = Long.MIN_VALUE;
    private static final long FEN = 100;

    private final String entityId;
    private final int place;
    private final int generation;
    private final Kind kind;
    private final String key;
    private final long occurredMs;
    private String source;
    private String eventId;
    private long recordedMs;
    private int order;
    private int revision;
    private boolean isRetracted;
    private long dueMs = NONE;
    private long endedMs = NONE;
    private long fen = NONE;
    private @Nullable String domain;
    private @Nullable String severity;
    private @Nullable String subject;
    private @Nullable String name;
    private @Nullable String grid;
    private @Nullable Map<String, String> attributes;
    private @Nullable Map<String, Double> numbers;

    Draft(String entityId, int place, int generation, Kind kind, String key, String eventId, long occurredMs) {
        this.entityId = entityId;
        this.place = place;
        this.generation = generation;
        this.kind = kind;
        this.key = key;
        this.occurredMs = occurredMs;
        this.source = kind.source();
        this.eventId = eventId;
    }

    /** The same message once more, to be sent later. */
    Draft again() {
        Draft copy = new Draft(entityId, place, generation, kind, key, eventId, occurredMs);
        copy.source = source;
        copy.revision = revision;
        copy.dueMs = dueMs;
        copy.endedMs = endedMs;
        copy.fen = fen;
        copy.domain = domain;
        copy.severity = severity;
        copy.subject = subject;
        copy.attributes = attributes == null ? null : new LinkedHashMap<>(attributes);
        copy.numbers = numbers;
        copy.name = name;
        copy.grid = grid;
        return copy;
    }

    Draft with(String name, String value) {
        if (attributes == null) {
            attributes = new LinkedHashMap<>(8);
        }
        attributes.put(name, value);
        return this;
    }

    Draft with(String name, long value) {
        return with(name, (double) value);
    }

    Draft with(String name, double value) {
        if (numbers == null) {
            numbers = new LinkedHashMap<>(8);
        }
        numbers.put(name, value);
        return this;
    }

    Draft about(String what) {
        subject = what;
        return this;
    }

    /** About itself: its own number is what an ending of it will name. */
    Draft aboutItself() {
        subject = key;
        return this;
    }

    /** Says who the business is and whose beat it is on. */
    Draft named(String businessName, String ofGrid) {
        name = businessName;
        grid = ofGrid;
        return this;
    }

    /** Belongs to a line of supervision, if there is one. */
    Draft in(@Nullable String line) {
        domain = line;
        return this;
    }

    Draft graded(String grade) {
        severity = grade;
        return this;
    }

    /** To be done by the end of a day. */
    Draft dueOn(int day) {
        dueMs = CityDays.at(day, 18 * 3_600_000L);
        return this;
    }

    /** No longer holds from a day on. */
    Draft endsBefore(int day) {
        endedMs = CityDays.at(day, 0);
        return this;
    }

    Draft yuan(long amount) {
        fen = amount * FEN;
        return this;
    }

    Draft version(int number) {
        revision = number;
        eventId = eventId + "/" + number;
        return this;
    }

    /** As a secondary source repeats it. */
    Draft from(String secondary) {
        source = secondary;
        eventId = eventId + "@" + secondary;
        revision = -1;
        return this;
    }

    Draft retracted() {
        isRetracted = true;
        return this;
    }

    void becomesKnown(long instantMs, int orderAtPlace) {
        recordedMs = instantMs;
        order = orderAtPlace;
    }

    Kind kind() {
        return kind;
    }

    String key() {
        return key;
    }

    int place() {
        return place;
    }

    int generation() {
        return generation;
    }

    long occurredMs() {
        return occurredMs;
    }

    long recordedMs() {
        return recordedMs;
    }

    boolean hasAmount() {
        return fen != NONE;
    }

    long amountInYuan() {
        return fen / FEN;
    }

    /** The message as it goes out. */
    Event event() {
        return new Event(
                entityId,
                Instant.ofEpochMilli(recordedMs),
                kind.type(),
                eventId,
                key,
                revision,
                isRetracted ? Op.RETRACT : Op.ASSERT,
                name,
                domain == null ? List.of() : List.of(domain),
                Instant.ofEpochMilli(occurredMs),
                instant(dueMs),
                instant(endedMs),
                source,
                name == null ? null : CreditCodes.DIVISION,
                grid,
                severity,
                fen == NONE ? null : fen,
                subject,
                attributes == null ? Map.of() : attributes,
                numbers == null ? Map.of() : numbers);
    }

    private static @Nullable Instant instant(long ms) {
        return ms == NONE ? null : Instant.ofEpochMilli(ms);
    }
}
