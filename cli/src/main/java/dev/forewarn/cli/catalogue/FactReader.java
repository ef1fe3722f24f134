package dev.forewarn.cli.catalogue;

import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one fact of an example, in which days stand where messages have instants. */
final class FactReader {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*)+");
    private static final long FEN_E4 = 100;

    /** A fact becomes known in the morning of its day. */
    private static final long MORNING_MS = 9 * 3_600_000L;

    private final LocalDays days;

    FactReader(LocalDays days) {
        this.days = days;
    }

    /**
     * The fact.
     *
     * @param number its place in the list, from 1: its record key unless it has one
     * @param last the day of the example: what becomes known later could not be counted
     */
    @Nullable
    Event read(Section fact, int number, int last) {
        String type = fact.required("type").text(TYPE, "dotted lower case, such as penalty.decided", "");
        Integer occurred = day(fact.required("occurred"));
        Value known = fact.optional("recorded");
        Integer recorded = known.isPresent() ? day(known) : occurred;
        Long due = startOf(day(fact.optional("due")));
        Long ended = startOf(day(fact.optional("ended")));
        Event event = null;
        if (!type.isEmpty() && occurred != null && recorded != null && isInOrder(fact, occurred, recorded, last)) {
            event = new Event(
                    Example.ENTITY,
                    days.startOf(recorded) + MORNING_MS,
                    type,
                    text(fact, "record_key", type + "/" + number),
                    fact.optional("revision").whole(-1000, 1000, 0),
                    fact.optional("retract").bool(false) ? Op.RETRACT : Op.ASSERT,
                    fact.optional("name").isPresent() ? fact.optional("name").text("") : null,
                    fact.optional("domains").texts(),
                    days.startOf(occurred),
                    due,
                    ended,
                    text(fact, "source", "example"),
                    null,
                    null,
                    fact.optional("severity").isPresent() ? text(fact, "severity", "") : null,
                    amount(fact.optional("amount")),
                    fact.optional("subject").isPresent() ? text(fact, "subject", "") : null,
                    attributes(fact.optional("attributes")),
                    numbers(fact.optional("numbers")));
        } else {
            List.of(
                            "record_key",
                            "revision",
                            "retract",
                            "name",
                            "domains",
                            "source",
                            "severity",
                            "amount",
                            "subject",
                            "attributes",
                            "numbers")
                    .forEach(fact::optional);
        }
        fact.refuseOthers();
        return event;
    }

    /** A day; null where none stands there, or none that can be read, which is then a fault. */
    static @Nullable Integer day(Value value) {
        if (!value.isPresent()) {
            return null;
        }
        String text = value.text("");
        try {
            int day = (int) LocalDate.parse(text).toEpochDay();
            if (day >= LocalDays.FIRST && day < LocalDays.END) {
                return day;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        value.fault("'" + value.name() + "' must be a day like 2026-06-30; got '" + text + "'");
        return null;
    }

    private static boolean isInOrder(Section fact, int occurred, int recorded, int last) {
        if (recorded < occurred) {
            fact.optional("recorded")
                    .fault("a fact becomes known ('recorded') on the day on which it occurred or later");
        } else if (recorded > last) {
            fact.fault("the fact becomes known on " + LocalDate.ofEpochDay(recorded)
                    + ", after the day that the example" + " looks at; leave it out, or look at a later day ('on')");
        } else {
            return true;
        }
        return false;
    }

    private @Nullable Long startOf(@Nullable Integer day) {
        return day == null ? null : days.startOf(day);
    }

    private static String text(Section fact, String key, String fallback) {
        return fact.optional(key).text(fallback);
    }

    /** Yuan as fen. */
    private static @Nullable Long amount(Value value) {
        if (!value.isPresent()) {
            return null;
        }
        long yuan = value.decimal(-Exact.LIMIT, Exact.LIMIT, 0);
        if (yuan % FEN_E4 != 0) {
            value.fault("'amount' is in yuan, with at most two decimal places");
        }
        return yuan / FEN_E4;
    }

    private static SortedMap<String, String> attributes(Value value) {
        SortedMap<String, String> attributes = new TreeMap<>();
        value.section()
                .entries()
                .forEach(entry -> attributes.put(entry.key(), entry.value().text("")));
        return attributes;
    }

    private static SortedMap<String, Long> numbers(Value value) {
        SortedMap<String, Long> numbers = new TreeMap<>();
        value.section()
                .entries()
                .forEach(entry -> numbers.put(entry.key(), entry.value().decimal(-Exact.LIMIT, Exact.LIMIT, 0)));
        return numbers;
    }
}
