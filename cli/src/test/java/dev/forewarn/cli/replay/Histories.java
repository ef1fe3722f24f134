package dev.forewarn.cli.replay;

import dev.forewarn.avro.Event;
import java.time.Instant;

/** Makes events of which only time matters. */
final class Histories {

    private Histories() {}

    static PreparedEvent event(String entityId, String eventId, String recordedAt) {
        return PreparedEvent.of(Event.newBuilder()
                .setEntityId(entityId)
                .setRecordedAt(Instant.parse(recordedAt))
                .setType("recall.announced")
                .setEventId(eventId)
                .setRecordKey(eventId)
                .setOccurredAt(Instant.parse(recordedAt))
                .setSource("fda")
                .build());
    }
}
