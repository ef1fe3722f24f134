package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All that is known of one entity: the winner of each record, from the events that have come, in whatever order. */
final class PlainFacts {

    /** A later revision wins; then what was recorded later; then a retraction; then a digest of the content. */
    private static final Comparator<Event> STAMP = Comparator.comparingInt(Event::revision)
            .thenComparingLong(Event::recordedAtMs)
            .thenComparing(Event::op)
            .thenComparingLong(Event::contentDigest);

    private final List<PlainFact> rows = new ArrayList<>();
    private final List<PlainFact> asserted;

    /**
     * An event that has come.
     *
     * @param retained the attributes and numbers that the catalogue of that time kept of it
     */
    record Known(Event event, Set<String> retained) {}

    PlainFacts(List<Known> events, PlainCalendar calendar) {
        Map<String, List<Known>> versions = new TreeMap<>();
        for (Known known : events) {
            versions.computeIfAbsent(
                            known.event().type() + "\u0000" + known.event().recordKey(), key -> new ArrayList<>())
                    .add(known);
        }
        for (List<Known> record : versions.values()) {
            // Of equal ones the first to come stays.
            Known winner = record.stream()
                    .max((left, right) -> STAMP.compare(left.event(), right.event()))
                    .orElseThrow();
            long first = record.stream()
                    .mapToLong(known -> known.event().recordedAtMs())
                    .min()
                    .orElseThrow();
            rows.add(new PlainFact(winner.event(), first, winner.retained(), calendar));
        }
        this.asserted = rows.stream().filter(PlainFact::isAsserted).toList();
    }

    private PlainFacts(List<PlainFact> rows) {
        this.rows.addAll(rows);
        this.asserted = rows.stream().filter(PlainFact::isAsserted).toList();
    }

    /** What is known now of what had happened by an instant, or was announced by then. */
    PlainFacts foreseenAt(long instantMs) {
        return new PlainFacts(rows.stream()
                .filter(fact -> fact.event().occurredAtMs() <= instantMs || fact.firstRecordedAtMs() <= instantMs)
                .map(fact -> fact.foreseenAt(instantMs))
                .toList());
    }

    /** What one catalogue makes of some events. */
    static PlainFacts of(List<Event> events, Catalogue catalogue) {
        List<Known> known = events.stream()
                .map(event -> new Known(event, catalogue.retained()))
                .toList();
        return new PlainFacts(known, new PlainCalendar(catalogue.days().zone()));
    }

    /** Nothing is known. */
    static PlainFacts nothing(Catalogue catalogue) {
        return of(List.of(), catalogue);
    }

    /** Every record, the retracted ones too, by type and key. */
    List<PlainFact> rows() {
        return rows;
    }

    /** The records that stand. */
    List<PlainFact> asserted() {
        return asserted;
    }

    /** Who the business is. */
    Optional<PlainFact> profile() {
        return asserted.stream().filter(PlainFact::isProfile).findFirst();
    }

    /** Whether anything that stands names a domain. */
    boolean isNamed(String domain) {
        return asserted.stream().anyMatch(fact -> fact.event().domains().contains(domain));
    }
}
