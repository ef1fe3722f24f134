package dev.forewarn.cli.backtest;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.core.time.LocalDays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which visits were made to one business and how they ended, as is known in the end: the newest version of each record
 * says what it was; its first version, when it became known.
 */
final class EntityPast {

    private static final Comparator<Event> NEWEST = Comparator.comparingInt(Event::revision)
            .thenComparingLong(Event::recordedAtMs)
            .thenComparing(event -> event.op() == Op.RETRACT)
            .thenComparingLong(Event::contentDigest);

    private final Question question;
    private final LocalDays days;
    private final int lastDay;
    private final Map<RecordId, Known> records = new LinkedHashMap<>();

    private record RecordId(String type, String key) {}

    private record Known(Event newest, long firstRecordedAtMs) {
        long atMs() {
            return Math.min(newest.occurredAtMs(), firstRecordedAtMs);
        }
    }

    /**
     * A visit.
     *
     * @param atMs when it was made, at the latest when it became known
     */
    record Made(long atMs, boolean isBad, boolean hasHistory, Event event) {}

    /**
     * The visits of the window.
     *
     * @param made those whose outcome is known, in order
     * @param undecided how many were left out, since the data end before the time within which an outcome counts
     */
    record Visits(List<Made> made, int undecided) {}

    /** @param dataEndMs when the last event of all businesses became known, in ms since 1970 */
    EntityPast(Question question, LocalDays days, long dataEndMs, List<Event> events) {
        this.question = question;
        this.days = days;
        this.lastDay = days.dayOf(dataEndMs);
        for (Event event : events) {
            records.merge(
                    new RecordId(event.type(), event.recordKey()),
                    new Known(event, event.recordedAtMs()),
                    (old, fresh) -> new Known(
                            NEWEST.compare(fresh.newest(), old.newest()) > 0 ? fresh.newest() : old.newest(),
                            Math.min(old.firstRecordedAtMs(), fresh.firstRecordedAtMs())));
        }
        records.values().removeIf(known -> known.newest().op() == Op.RETRACT);
    }

    /** The instants of bad outcomes, in order, several of one instant once. */
    long[] outcomes() {
        Set<Long> instants = new TreeSet<>();
        records.values().stream()
                .filter(known -> question.outcome().test(known.newest()))
                .forEach(known -> instants.add(known.atMs()));
        return instants.stream().mapToLong(Long::longValue).toArray();
    }

    /** The visits of the window. */
    Visits visits() {
        Map<String, List<Known>> units = new LinkedHashMap<>();
        for (Map.Entry<RecordId, Known> entry : records.entrySet()) {
            if (question.visit().test(entry.getValue().newest())) {
                units.computeIfAbsent(unit(entry.getValue().newest()), id -> new ArrayList<>())
                        .add(entry.getValue());
            }
        }
        Map<String, Long> instants = new HashMap<>();
        units.forEach((id, parts) ->
                instants.put(id, parts.stream().mapToLong(Known::atMs).min().orElseThrow()));
        long first = instants.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
        List<Made> made = new ArrayList<>();
        int undecided = 0;
        for (Map.Entry<String, List<Known>> unit : units.entrySet()) {
            long atMs = instants.getOrDefault(unit.getKey(), 0L);
            if (atMs < question.from().toEpochMilli() || atMs >= question.to().toEpochMilli()) {
                continue;
            }
            if (isUndecided(atMs)) {
                undecided++;
                continue;
            }
            List<Known> parts = unit.getValue();
            made.add(new Made(
                    atMs,
                    isBad(unit.getKey(), atMs, parts),
                    first < atMs,
                    parts.get(0).newest()));
        }
        made.sort(Comparator.comparingLong(Made::atMs));
        return new Visits(made, undecided);
    }

    /** One that was followed by an outcome already is left out too, or late visits would seem worse than they were. */
    private boolean isUndecided(long atMs) {
        return question.withinDays() > 0 && days.dayOf(atMs) + question.withinDays() > lastDay;
    }

    private boolean isBad(String unit, long atMs, List<Known> parts) {
        if (question.withinDays() == 0) {
            return parts.stream().anyMatch(known -> question.outcome().test(known.newest()));
        }
        int last = days.dayOf(atMs) + question.withinDays();
        return records.values().stream()
                .anyMatch(known -> known.atMs() > atMs
                        && days.dayOf(known.atMs()) <= last
                        && question.outcome().test(known.newest())
                        && !unit(known.newest()).equals(unit));
    }

    private String unit(Event event) {
        String subject = event.subject();
        boolean isBySubject = question.unit() == Question.Unit.SUBJECT && subject != null && !subject.isEmpty();
        return isBySubject ? "s " + subject : event.type() + " " + event.recordKey();
    }
}
