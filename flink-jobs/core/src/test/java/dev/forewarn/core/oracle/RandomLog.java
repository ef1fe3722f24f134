package dev.forewarn.core.oracle;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes up what becomes known about one entity: facts, corrections in any order, retractions, duplicates. */
final class RandomLog {

    private static final List<String> MANY_KEYS =
            IntStream.range(0, 60).mapToObj(i -> "n" + i).toList();

    private final Dice dice;
    private final RandomTimes times;
    private final List<String> recordKeys;

    RandomLog(Dice dice, RandomTimes times) {
        this.dice = dice;
        this.times = times;
        this.recordKeys = dice.of(Words.RECORD_KEYS, Words.RECORD_KEYS.subList(0, 2), MANY_KEYS);
    }

    /** Events in the order in which they were recorded. */
    List<Event> make(int most) {
        long at = times.start();
        if (dice.percent(12)) {
            return burst(at);
        }
        List<Event> log = new ArrayList<>();
        for (int left = dice.between(1, most); left > 0; left--) {
            log.add(log.isEmpty() || dice.percent(65) ? fresh(at) : again(dice.of(log), at));
            at = times.after(at);
        }
        return log;
    }

    /** Many facts of one type within a few weeks, more than an alert names. */
    private List<Event> burst(long begin) {
        String type = dice.of(Words.OPENINGS);
        List<Event> log = new ArrayList<>();
        long at = begin;
        for (String key : dice.some(MANY_KEYS, 60)) {
            EventDraft draft = new EventDraft(fresh(at));
            draft.type = type;
            draft.recordKey = key;
            draft.occurredAtMs = at - dice.between(0, RandomTimes.DAY);
            log.add(draft.finished());
            at = dice.percent(20) ? times.after(at) : at + dice.between(0, RandomTimes.DAY);
            if (dice.percent(15)) {
                log.add(again(dice.of(log), at));
            }
        }
        return log.isEmpty() ? List.of(fresh(begin)) : log;
    }

    private Event fresh(long at) {
        boolean isProfile = dice.percent(12);
        String type = isProfile ? Event.PROFILE : dice.of(dice.percent(70) ? Words.OPENINGS : Words.ENDINGS);
        EventDraft draft = new EventDraft(type, dice.of(recordKeys), at);
        draft.revision = revision();
        draft.op = dice.percent(8) ? Op.RETRACT : Op.ASSERT;
        draft.domains = dice.percent(35) ? dice.some(Words.DOMAINS, 40) : List.of();
        draft.occurredAtMs = isProfile ? times.yearsBefore(at) : times.before(at);
        draft.dueAtMs = dice.percent(35) ? times.around(draft.occurredAtMs) : null;
        draft.endedAtMs = dice.percent(isProfile ? 15 : 25) ? times.around(draft.occurredAtMs) : null;
        draft.source = dice.of(Words.SOURCES);
        draft.entityName = dice.percent(30) ? "some name" : null;
        draft.division = dice.percent(30) ? "330106" : null;
        draft.grid = dice.percent(20) ? "grid 7" : null;
        draft.severity = orNull(Words.SEVERITIES);
        draft.amountMinor = dice.percent(60) ? dice.of(-100L, 0L, 1L, 50L, 250L, 9_999L, 1_000_000L) : null;
        draft.subject = orNull(Words.SUBJECTS);
        draft.attributes = attributes();
        draft.numbers = numbers();
        return draft.finished();
    }

    private int revision() {
        return dice.percent(75) ? 0 : dice.of(-1, 1, 1, 2);
    }

    private @Nullable String orNull(List<String> words) {
        return dice.percent(70) ? dice.of(words) : null;
    }

    private SortedMap<String, String> attributes() {
        TreeMap<String, String> attributes = new TreeMap<>();
        for (String name : dice.some(Words.ATTRIBUTES, 60)) {
            attributes.put(name, dice.of(Words.GRADES));
        }
        if (dice.percent(20)) {
            attributes.put(Words.NOISE, dice.of(Words.GRADES));
        }
        return attributes;
    }

    private SortedMap<String, Long> numbers() {
        TreeMap<String, Long> numbers = new TreeMap<>();
        for (String name : dice.some(Words.NUMBERS, 60)) {
            numbers.put(name, new RandomConditions(dice).smallNumber());
        }
        return numbers;
    }

    /** An event about a record that is known already: a duplicate, a correction, a retraction, or a rival version. */
    private Event again(Event earlier, long at) {
        Event other = fresh(at);
        return switch (dice.between(0, 5)) {
            case 0 -> earlier;
            case 1 -> version(earlier, other, at, earlier.revision() + 1, Op.RETRACT);
            case 2 -> version(other, earlier, earlier.recordedAtMs(), earlier.revision(), earlier.op());
            case 3 -> version(other, earlier, at, earlier.revision(), Op.ASSERT);
            case 4 -> version(mixed(earlier, other), earlier, at, earlier.revision() + 1, Op.ASSERT);
            default ->
                version(mixed(earlier, other), earlier, at, earlier.revision() + dice.between(-1, 1), other.op());
        };
    }

    /** The content of one event as a version of the record of another. */
    private static Event version(Event content, Event record, long at, int revision, Op op) {
        EventDraft draft = new EventDraft(content);
        draft.recordedAtMs = at;
        draft.type = record.type();
        draft.recordKey = record.recordKey();
        draft.revision = revision;
        draft.op = op;
        draft.occurredAtMs = Math.min(content.occurredAtMs(), at + RandomTimes.DAY);
        return draft.finished();
    }

    /** One event with a few things of another, as a correction has. */
    private Event mixed(Event event, Event other) {
        EventDraft draft = new EventDraft(event);
        draft.occurredAtMs = dice.percent(50) ? other.occurredAtMs() : event.occurredAtMs();
        draft.endedAtMs = dice.percent(50) ? other.endedAtMs() : event.endedAtMs();
        draft.domains = dice.percent(30) ? other.domains() : event.domains();
        draft.severity = dice.percent(30) ? other.severity() : event.severity();
        draft.amountMinor = dice.percent(30) ? other.amountMinor() : event.amountMinor();
        draft.subject = dice.percent(30) ? other.subject() : event.subject();
        return draft.finished();
    }
}
