package dev.forewarn.core.oracle;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The winning version of one record, as the event that it was. */
final class PlainFact {

    private final Event event;
    private final Set<String> retained;
    private final String recordKey;
    private final LocalDate occurredDay;
    private final @Nullable LocalDate dueDay;
    private final @Nullable LocalDate endedDay;
    private final long firstRecordedAtMs;
    private final PlainCalendar calendar;

    /**
     * @param firstRecordedAtMs earliest instant of any version of the record
     * @param retained the attributes and numbers that are kept
     */
    PlainFact(Event event, long firstRecordedAtMs, Set<String> retained, PlainCalendar calendar) {
        this.event = event;
        this.retained = retained;
        this.recordKey = kept(event.recordKey());
        this.occurredDay = calendar.dayOf(event.occurredAtMs());
        this.dueDay = dayOf(calendar, event.dueAtMs());
        this.endedDay = dayOf(calendar, event.endedAtMs());
        this.firstRecordedAtMs = firstRecordedAtMs;
        this.calendar = calendar;
    }

    private static @Nullable LocalDate dayOf(PlainCalendar calendar, @Nullable Long instantMs) {
        return instantMs == null ? null : calendar.dayOf(instantMs);
    }

    Event event() {
        return event;
    }

    boolean isAsserted() {
        return event.op() == Op.ASSERT;
    }

    boolean isProfile() {
        return event.type().equals(Event.PROFILE);
    }

    LocalDate occurredDay() {
        return occurredDay;
    }

    @Nullable
    LocalDate dueDay() {
        return dueDay;
    }

    @Nullable
    LocalDate endedDay() {
        return endedDay;
    }

    LocalDate firstRecordedDay() {
        return calendar.dayOf(firstRecordedAtMs);
    }

    long firstRecordedAtMs() {
        return firstRecordedAtMs;
    }

    /** The fact without an end that came after an instant and was only told of after it. */
    PlainFact foreseenAt(long instantMs) {
        @Nullable Long endedAtMs = event.endedAtMs();
        if (endedAtMs == null || endedAtMs <= instantMs || event.recordedAtMs() <= instantMs) {
            return this;
        }
        EventDraft open = new EventDraft(event);
        open.endedAtMs = null;
        return new PlainFact(open.finished(), firstRecordedAtMs, retained, calendar);
    }

    /** An attribute that is kept. A profile keeps all, and its own name and place as attributes too. */
    @Nullable
    String attribute(String name) {
        if (isProfile()) {
            @Nullable
            String own = switch (name) {
                case "name" -> event.entityName();
                case "division" -> event.division();
                case "grid" -> event.grid();
                default -> null;
            };
            return own != null ? own : event.attributes().get(name);
        }
        return retained.contains(name) ? event.attributes().get(name) : null;
    }

    /** A number that is kept, scaled by 10⁻⁴. */
    @Nullable
    Long number(String name) {
        return isProfile() || retained.contains(name) ? event.numbers().get(name) : null;
    }

    /** The record key as it is kept. */
    String recordKey() {
        return recordKey;
    }

    /** Names the record among those of its entity. */
    String key() {
        return event.type() + " " + recordKey;
    }

    /** A key of more than 40 bytes is kept as a hash, so that rows stay small. */
    static String kept(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return bytes.length > 40 ? "#" + halfOfSha256(bytes) : key;
    }

    /** Half of the SHA-256, in hex. */
    static String halfOfSha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return key();
    }
}
