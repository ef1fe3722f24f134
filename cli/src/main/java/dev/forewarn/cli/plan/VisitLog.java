package dev.forewarn.cli.plan;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.engine.wire.Decoding;
import dev.forewarn.engine.wire.EventDecoding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The visits that a log tells of: of each record the version that wins, as for the engine. */
final class VisitLog {

    /** The total order of versions: revision, instant, operation, content. */
    private static final Comparator<Event> VERSIONS = Comparator.comparingInt(Event::revision)
            .thenComparingLong(Event::recordedAtMs)
            .thenComparing(Event::op)
            .thenComparing(Event::contentDigest);

    private final VisitRule rule;
    private final ZoneId zone;
    private final Map<String, Map<String, Event>> newest = new HashMap<>();

    /** @param zone whose days count */
    VisitLog(VisitRule rule, ZoneId zone) {
        this.rule = rule;
        this.zone = zone;
    }

    /** Takes the next message of the log; whatever is no visit is passed over. */
    void add(byte @Nullable [] message) {
        if (EventDecoding.of(message) instanceof Decoding.Accepted<Event> accepted) {
            Event event = accepted.value();
            if (event.type().equals(rule.type())) {
                newest.computeIfAbsent(event.entityId(), id -> new HashMap<>())
                        .merge(
                                event.recordKey(),
                                event,
                                (old, other) -> VERSIONS.compare(old, other) >= 0 ? old : other);
            }
        }
    }

    /** The visits at every business that had one, by its id. */
    Map<String, Visits> byBusiness() {
        Map<String, Visits> visits = new HashMap<>();
        newest.forEach((id, records) -> {
            List<Visits.Visit> all = new ArrayList<>();
            for (Event event : records.values()) {
                if (event.op() == Op.ASSERT) {
                    all.add(new Visits.Visit(day(event), rule.found(event)));
                }
            }
            visits.put(id, new Visits(all));
        });
        return visits;
    }

    private LocalDate day(Event event) {
        return Instant.ofEpochMilli(event.occurredAtMs()).atZone(zone).toLocalDate();
    }
}
