package dev.forewarn.core.oracle;

import dev.forewarn.core.event.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a log such that dropping rows shows nowhere: in order, with all versions of a record within the correction
 * horizon, with a business that stays registered, and with no domain named by anything but its profile.
 */
final class ForgetfulLog {

    private final PlainCalendar calendar;
    private final int horizonDays;

    ForgetfulLog(PlainCalendar calendar, int horizonDays) {
        this.calendar = calendar;
        this.horizonDays = horizonDays;
    }

    List<Event> of(List<Event> log) {
        List<Event> order = new ArrayList<>(log);
        order.sort(Comparator.comparingLong(Event::recordedAtMs));
        Map<String, LocalDate> firstDays = new HashMap<>();
        List<Event> kept = new ArrayList<>();
        kept.add(profile(order.get(0).recordedAtMs()));
        for (Event event : order) {
            LocalDate day = calendar.dayOf(event.recordedAtMs());
            LocalDate first = firstDays.computeIfAbsent(event.type() + event.recordKey(), record -> day);
            if (!event.type().equals(Event.PROFILE) && day.isBefore(first.plusDays(horizonDays))) {
                kept.add(withoutDomains(event));
            }
        }
        return kept;
    }

    private static Event profile(long at) {
        EventDraft draft = new EventDraft(Event.PROFILE, "p", at);
        draft.domains = List.of("food");
        return draft.finished();
    }

    private static Event withoutDomains(Event event) {
        EventDraft draft = new EventDraft(event);
        draft.domains = List.of();
        return draft.finished();
    }
}
