package dev.forewarn.engine.wire;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.SourceState;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.source.WatchedSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the watch over sources has to say, as messages: each time an event about the source for the log, from which
 * alerts come, and its state for the topic of catalogues, from which every subtask knows it. All of a message follows
 * from days, so that one that is written again is the same to the byte.
 */
public final class SourceEncoding {

    /** How the keys of states of sources begin on the topic of catalogues. */
    private static final String KEYS = "source/";

    /** The source that these events name as theirs. */
    private static final String ENGINE = "forewarn";

    private SourceEncoding() {}

    /** Whether a record of the topic of catalogues tells of a source. */
    public static boolean isKey(String key) {
        return key.startsWith(KEYS);
    }

    /** The messages for a source that has become silent. */
    public static List<Outbound> silent(String source, WatchedSource silent) {
        long atMs = silent.startOfMs(silent.silentDay());
        return messages(
                event(source, "source.silent", silent.silentDay(), silent.quietFromMs(), atMs),
                state(source, silent, atMs));
    }

    /** The messages for a source that has been heard again. */
    public static List<Outbound> heard(String source, WatchedSource silent, WatchedSource heard) {
        long heardMs = heard.startOfMs(heard.newestDay());
        long atMs = Math.max(heardMs, silent.startOfMs(silent.silentDay()));
        return messages(event(source, "source.heard", silent.silentDay(), heardMs, atMs), state(source, heard, atMs));
    }

    /**
     * The messages for a silent source that a catalogue no longer names.
     *
     * @param day on which that took effect
     */
    public static List<Outbound> unwatched(String source, WatchedSource silent, int day) {
        long atMs = Math.max(silent.startOfMs(day), silent.startOfMs(silent.silentDay()));
        WatchedSource left =
                WatchedSource.named(day, silent.allowedDays(), silent.zone()).heardOn(silent.newestDay());
        return messages(event(source, "source.unwatched", silent.silentDay(), atMs, atMs), state(source, left, atMs));
    }

    private static List<Outbound> messages(Event event, SourceState state) {
        return List.of(
                Outbound.of(Outbound.Channel.LOG, event.getEntityId(), Wire.encode(event)),
                Outbound.of(Outbound.Channel.SOURCES, KEYS + state.getSource(), Wire.encode(state)));
    }

    private static Event event(String source, String type, int silentDay, long occurredMs, long recordedMs) {
        String day = LocalDate.ofEpochDay(silentDay).toString();
        return Event.newBuilder()
                .setEntityId(Source.entityId(source))
                .setRecordedAt(Instant.ofEpochMilli(recordedMs))
                .setType(type)
                .setEventId(type + '/' + day + '/' + source)
                .setRecordKey(day)
                .setOccurredAt(Instant.ofEpochMilli(occurredMs))
                .setSource(ENGINE)
                .setSubject(source)
                .build();
    }

    private static SourceState state(String source, WatchedSource watched, long atMs) {
        return SourceState.newBuilder()
                .setSource(source)
                .setAt(Instant.ofEpochMilli(atMs))
                .setSilentSince(WireValues.dayOrNull(watched.silentDay()))
                .setNewestDay(WireValues.dayOrNull(watched.newestDay()))
                .build();
    }
}
