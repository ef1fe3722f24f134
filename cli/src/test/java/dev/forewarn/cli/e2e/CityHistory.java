package dev.forewarn.cli.e2e;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import dev.forewarn.cli.replay.PreparedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The history of some businesses over some months, in the shipped catalogue's vocabulary; the same for the same seed.
 */
final class CityHistory {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Instant BEGIN =
            LocalDate.of(2024, 1, 10).atTime(9, 0).atZone(ZONE).toInstant();
    private static final Duration LENGTH = Duration.ofDays(130);
    private static final List<String> TYPES = List.of(
            "penalty.decided",
            "sample.tested",
            "abnormal.listed",
            "abnormal.removed",
            "recall.announced",
            "inspection.completed",
            "tip-off.confirmed",
            "rectification.ordered",
            "rectification.done",
            "serious.listed");

    private final Random random;
    private final List<PreparedEvent> events = new ArrayList<>();

    private CityHistory(long seed) {
        this.random = new Random(seed);
    }

    /** Businesses that register, and events about them: some doubled, corrected or taken back, all in order. */
    static List<PreparedEvent> of(int businesses, int eventsEach, long seed) {
        CityHistory history = new CityHistory(seed);
        for (int b = 0; b < businesses; b++) {
            String entity = "E-" + b;
            Instant registered = BEGIN.plusSeconds(history.random.nextInt(3_600));
            history.add(history.event(entity, "entity.profile", entity, registered, 0)
                    .setEntityName("Business " + b));
            for (int e = 0; e < eventsEach; e++) {
                history.happen(entity, "K-" + b + "-" + e);
            }
        }
        Collections.sort(history.events);
        return history.events;
    }

    /** The midnight after the history's last month, and a quarter of an hour more: all month ends are due. */
    static Instant end() {
        LocalDate last = BEGIN.plus(LENGTH).atZone(ZONE).toLocalDate();
        return last.plusMonths(1).withDayOfMonth(1).atTime(0, 15).atZone(ZONE).toInstant();
    }

    static Instant begin() {
        return BEGIN;
    }

    private void happen(String entity, String key) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        Instant known = BEGIN.plusSeconds(3_600 + random.nextInt((int) LENGTH.toSeconds()));
        Event.Builder first = event(entity, type, key, known, 0);
        add(first);
        int fate = random.nextInt(8);
        if (fate == 0) {
            add(first);
        } else if (fate == 1) {
            add(Event.newBuilder(first.build())
                    .setRevision(1)
                    .setRecordedAt(later(known))
                    .setOp(Op.RETRACT));
        } else if (fate == 2) {
            add(Event.newBuilder(first.build())
                    .setRevision(1)
                    .setRecordedAt(later(known))
                    .setAmount(9_000_000L));
        }
    }

    private Instant later(Instant known) {
        return known.plus(Duration.ofDays(1 + random.nextInt(20)));
    }

    private Event.Builder event(String entity, String type, String key, Instant known, int revision) {
        boolean isDrug = entity.hashCode() % 3 == 0;
        return Event.newBuilder()
                .setEntityId(entity)
                .setRecordedAt(known)
                .setType(type)
                .setEventId(key + "/" + revision)
                .setRecordKey(key)
                .setRevision(revision)
                .setDomains(isDrug ? List.of("drug") : List.of())
                .setOccurredAt(known.minus(Duration.ofHours(random.nextInt(400))))
                .setDueAt(type.startsWith("rectification") ? known.plus(Duration.ofDays(random.nextInt(30))) : null)
                .setSource("test")
                .setSubject("S-" + random.nextInt(4))
                .setAmount(random.nextInt(500_000) * 100L)
                .setAttributes(Map.of(
                        "procedure",
                        "ordinary",
                        "result",
                        random.nextInt(3) == 0 ? "failed" : "problem",
                        "class",
                        Integer.toString(1 + random.nextInt(3)),
                        "checklist",
                        "gsp",
                        "kind",
                        "unannounced"))
                .setNumbers(Map.of("critical", (double) random.nextInt(2), "major", (double) random.nextInt(5)));
    }

    private void add(Event.Builder event) {
        events.add(PreparedEvent.of(event.build()));
    }
}
