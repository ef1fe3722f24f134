package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import java.util.ArrayList;
import java.util.List;

/**
 * One made-up situation: catalogues, a log, and the instant to which everything is rolled.
 *
 * @param seed makes it again
 */
record Case(long seed, CatalogueTimeline timeline, List<Message> log, long untilMs) {

    Case {
        log = List.copyOf(log);
    }

    Case withLog(List<Message> other) {
        return new Case(seed, timeline, other, untilMs);
    }

    Case withTimeline(CatalogueTimeline other) {
        return new Case(seed, other, log, untilMs);
    }

    /** The events of the log. */
    List<Event> events() {
        return log.stream()
                .filter(Message.OfEvent.class::isInstance)
                .map(message -> ((Message.OfEvent) message).event())
                .toList();
    }

    /** What the platform says in the log. */
    List<OfficialClass> officials() {
        return log.stream()
                .filter(Message.OfClasses.class::isInstance)
                .map(message -> ((Message.OfClasses) message).official())
                .toList();
    }

    /** The catalogue that is in force at the end. */
    Catalogue last() {
        return timeline.entries().get(timeline.entries().size() - 1).catalogue();
    }

    /** The log as it is read: what was recorded when, each entry at its instant or, if late, at the clock. */
    static List<Long> instants(List<Message> log) {
        List<Long> instants = new ArrayList<>();
        long clock = Long.MIN_VALUE;
        for (Message message : log) {
            clock = Math.max(clock, message.recordedAtMs());
            instants.add(clock);
        }
        return instants;
    }
}
