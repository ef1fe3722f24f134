package dev.forewarn.console.intake;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.query.BadRequest;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.step.FactLog;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Takes events of source systems. All that are handed in together are checked before any is written. The same event
 * again is answered and not written again. Events are noted before they are written, all or none: if the broker did not
 * answer, it is written when it comes again, and should it stand on the log already, the engine takes it for the same
 * fact.
 */
@Component
public class Intake {

    /** Most events that are handed in together. */
    public static final int MOST = 500;

    private static final int MESSAGE_BYTES = 256 * 1024;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FactLog log;
    private final Clock clock;

    Intake(JdbcClient jdbc, TransactionTemplate transaction, FactLog log, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What became of an event.
     *
     * @param repeated whether it had been written before
     */
    public record Taken(String source, String eventId, boolean repeated) {}

    /** An event as it is noted. */
    private record Noted(Event event, boolean isWritten) {}

    /**
     * Writes events to the log.
     *
     * @param body an event, or a list of them
     * @throws BadEvents if one breaks the contract, is not within the person's scope, or came before with other content
     * @throws dev.forewarn.console.step.StepRefused if the log cannot be reached: hand in the same again
     */
    public List<Taken> take(Viewer viewer, JsonNode body) {
        viewer.require(Right.SUBMIT);
        List<JsonNode> nodes = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(nodes::add);
        } else {
            nodes.add(body);
        }
        if (nodes.isEmpty() || nodes.size() > MOST) {
            throw new BadRequest("from 1 to " + MOST + " events are handed in together; got " + nodes.size());
        }
        List<Fault> faults = new ArrayList<>();
        List<Event> events = read(viewer, nodes, faults);
        List<Noted> noted = faults.isEmpty() ? noted(events, faults) : List.of();
        if (!faults.isEmpty()) {
            throw new BadEvents(faults);
        }
        write(noted.stream().filter(one -> !one.isWritten()).map(Noted::event).toList());
        return noted.stream()
                .map(one -> new Taken(one.event().getSource(), one.event().getEventId(), one.isWritten()))
                .toList();
    }

    private List<Event> read(Viewer viewer, List<JsonNode> nodes, List<Fault> faults) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Set<List<String>> ids = new HashSet<>();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            EventReader reader = new EventReader(i, nodes.get(i), now);
            Event event = reader.read();
            faults.addAll(reader.faults());
            if (event != null) {
                check(viewer.scope(), i, event, faults);
                if (!ids.add(List.of(event.getSource(), event.getEventId()))) {
                    faults.add(new Fault(i, "event_id", "stands twice in what was handed in"));
                }
                events.add(event);
            }
        }
        return events;
    }

    private static void check(Scope scope, int place, Event event, List<Fault> faults) {
        if (!scope.sees(event.getDomains(), event.getDivision(), event.getGrid())) {
            faults.add(new Fault(
                    place,
                    "domains",
                    "with division and grid must name what is yours, since your account is bound; got "
                            + event.getDomains() + ", " + event.getDivision() + ", " + event.getGrid()));
        }
        int length = Wire.encode(event).length;
        if (length > MESSAGE_BYTES) {
            faults.add(new Fault(place, "", "an event has at most " + MESSAGE_BYTES + " bytes; got " + length));
        }
    }

    /** Notes all events before any is written, or, if one is at fault, none. */
    private List<Noted> noted(List<Event> events, List<Fault> faults) {
        try {
            return noteAll(events, faults);
        } catch (DuplicateKeyException e) {
            // Somebody has handed in one of them at this very moment: it is found now.
            faults.clear();
            return noteAll(events, faults);
        }
    }

    private List<Noted> noteAll(List<Event> events, List<Fault> faults) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Noted> noted = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) {
                noted.add(noted(i, events.get(i), faults));
            }
            if (!faults.isEmpty()) {
                status.setRollbackOnly();
            }
            return noted;
        }));
    }

    /** Notes an event, or finds it noted. */
    private Noted noted(int place, Event event, List<Fault> faults) {
        String digest = digest(event);
        Optional<Noted> before = jdbc.sql(
                        "SELECT digest, is_written FROM intake WHERE source = :source AND event_id = :id")
                .param("source", event.getSource())
                .param("id", event.getEventId())
                .query((row, number) -> {
                    if (!digest.equals(row.getString("digest"))) {
                        faults.add(new Fault(
                                place,
                                "event_id",
                                "has come before with other content; a correction is a new event with the same"
                                        + " record_key and a higher revision"));
                    }
                    return new Noted(event, row.getBoolean("is_written"));
                })
                .optional();
        return before.orElseGet(() -> {
            jdbc.sql("INSERT INTO intake (source, event_id, digest, recorded_at, is_written)"
                            + " VALUES (:source, :id, :digest, :at, FALSE)")
                    .param("source", event.getSource())
                    .param("id", event.getEventId())
                    .param("digest", digest)
                    .param("at", Columns.value(event.getRecordedAt()))
                    .update();
            return new Noted(event, false);
        });
    }

    private void write(List<Event> events) {
        log.write(events);
        transaction.executeWithoutResult(status -> events.forEach(
                event -> jdbc.sql("UPDATE intake SET is_written = TRUE WHERE source = :source AND event_id = :id")
                        .param("source", event.getSource())
                        .param("id", event.getEventId())
                        .update()));
    }

    /** Of everything but the stamp. */
    private static String digest(Event event) {
        Event unstamped = Event.newBuilder(event).setRecordedAt(Instant.EPOCH).build();
        try {
            // The same content may come with its attributes in another order.
            String text = new java.util.TreeMap<>(unstamped.getAttributes()) + "|"
                    + new java.util.TreeMap<>(unstamped.getNumbers()) + "|"
                    + Event.newBuilder(unstamped)
                            .setAttributes(java.util.Map.of())
                            .setNumbers(java.util.Map.of())
                            .build();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
