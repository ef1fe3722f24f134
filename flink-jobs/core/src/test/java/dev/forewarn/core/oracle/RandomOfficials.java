package dev.forewarn.core.oracle;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes up what the official platform says of an entity: in time or late, twice, corrected, of domains that nobody
 * knows, in classes that nobody has.
 */
final class RandomOfficials {

    private static final List<String> DOMAINS = List.of("general", "food", "drug", "cosmetic");
    private static final List<String> LABELS = List.of("A", "A", "B", "B", "C", "D", "E", "X");

    private final Dice dice;
    private final RandomTimes times;

    RandomOfficials(Dice dice, RandomTimes times) {
        this.dice = dice;
        this.times = times;
    }

    /**
     * The log with some official classes in it, in the order in which all was recorded; some come again later.
     *
     * @param mayBegin whether they may come before anything else is known
     */
    List<Message> mixedInto(List<Event> events, boolean mayBegin) {
        List<Message> log = new ArrayList<>();
        events.forEach(event -> log.add(new Message.OfEvent(event)));
        if (dice.percent(65)) {
            return log;
        }
        List<OfficialClass> officials = dice.many(1, 5, () -> official(events, mayBegin));
        officials.forEach(official -> log.add(new Message.OfClasses(official)));
        dice.some(officials, 30).forEach(official -> log.add(new Message.OfClasses(corrected(official))));
        log.sort(Comparator.comparingLong(Message::recordedAtMs));
        for (OfficialClass official : dice.some(officials, 25)) {
            Message again = new Message.OfClasses(official);
            log.add(dice.between(log.indexOf(again) + 1, log.size()), again);
        }
        return log;
    }

    private OfficialClass official(List<Event> events, boolean mayBegin) {
        long begin = events.get(0).recordedAtMs();
        long at = dice.of(events).recordedAtMs();
        if (mayBegin && dice.percent(10)) {
            at = begin - dice.between(0, 40 * RandomTimes.DAY);
        } else if (dice.percent(60)) {
            LocalDate nextMonth = times.calendar().dayOf(at).plusMonths(1).withDayOfMonth(1);
            at = times.on(nextMonth.plusDays(dice.of(0, 0, 1, 4, 12)));
        }
        YearMonth month = YearMonth.from(times.calendar().dayOf(at)).minusMonths(dice.of(1, 1, 1, 1, 1, 2, 3, 0));
        return new OfficialClass(Words.ENTITY, at, PlainCalendar.numberOf(month), labels());
    }

    private OfficialClass corrected(OfficialClass official) {
        long later = official.recordedAtMs() + dice.between(0, 3 * RandomTimes.DAY);
        return new OfficialClass(Words.ENTITY, later, official.month(), labels());
    }

    private SortedMap<String, String> labels() {
        SortedMap<String, String> labels = new TreeMap<>();
        dice.someOf(DOMAINS, 60).forEach(domain -> labels.put(domain, dice.of(LABELS)));
        return labels;
    }
}
