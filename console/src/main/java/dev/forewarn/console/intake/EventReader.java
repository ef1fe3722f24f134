package dev.forewarn.console.intake;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.LocalDays;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one event from JSON and holds it to the contract of docs/EVENTS.md; finds all faults. For one use. */
final class EventReader {

    private static final int TEXT_CHARACTERS = 256;
    private static final int VALUE_CHARACTERS = 4096;
    private static final int VALUES = 64;
    private static final Duration OCCURRED_AHEAD = Duration.ofDays(1);
    /** Numbers are kept exactly to four decimal places. */
    private static final double SCALE = 10_000;

    private static final Pattern TYPE = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
    private static final Pattern DIVISION = Pattern.compile("\\d{2,12}");
    private static final Set<String> KNOWN = Set.of(
            "entity_id",
            "type",
            "event_id",
            "record_key",
            "revision",
            "op",
            "entity_name",
            "domains",
            "occurred_at",
            "due_at",
            "ended_at",
            "source",
            "division",
            "grid",
            "severity",
            "amount",
            "subject",
            "attributes",
            "numbers");

    private final int place;
    private final JsonNode node;
    private final Instant stamp;
    private final List<Fault> faults = new ArrayList<>();

    EventReader(int place, JsonNode node, Instant stamp) {
        this.place = place;
        this.node = node;
        this.stamp = stamp;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The event; null if there are faults. */
    @Nullable
    Event read() {
        if (!node.isObject()) {
            fault("", "an event is an object; got " + node.getNodeType());
            return null;
        }
        for (String name : node.propertyNames()) {
            if (name.equals("recorded_at")) {
                fault(name, "is stamped by the intake; leave it out");
            } else if (!KNOWN.contains(name)) {
                fault(
                        name,
                        "there is no such field; there are "
                                + String.join(", ", KNOWN.stream().sorted().toList()));
            }
        }
        String type = required("type");
        if (!type.isEmpty() && !TYPE.matcher(type).matches()) {
            fault("type", "is dotted lower case such as penalty.decided; got '" + type + "'");
        }
        String division = text("division", TEXT_CHARACTERS);
        if (division != null && !DIVISION.matcher(division).matches()) {
            fault("division", "is a code of 2 to 12 digits; got '" + division + "'");
        }
        Event.Builder event = Event.newBuilder()
                .setEntityId(required("entity_id"))
                .setRecordedAt(stamp)
                .setType(type)
                .setEventId(required("event_id"))
                .setSource(required("source"))
                .setRecordKey(or(text("record_key", TEXT_CHARACTERS)))
                .setRevision((int) number("revision", Integer.MIN_VALUE, Integer.MAX_VALUE, 0L))
                .setOp(op())
                .setEntityName(text("entity_name", TEXT_CHARACTERS))
                .setDomains(domains())
                .setOccurredAt(occurredAt())
                .setDueAt(instant("due_at"))
                .setEndedAt(instant("ended_at"))
                .setDivision(division)
                .setGrid(text("grid", TEXT_CHARACTERS))
                .setSeverity(text("severity", TEXT_CHARACTERS))
                .setAmount(node.hasNonNull("amount") ? number("amount", -Exact.LIMIT, Exact.LIMIT, 0L) : null)
                .setSubject(text("subject", TEXT_CHARACTERS))
                .setAttributes(values("attributes", this::attribute))
                .setNumbers(values("numbers", this::exact));
        return faults.isEmpty() ? event.build() : null;
    }

    private void fault(String field, String what) {
        faults.add(new Fault(place, field, what));
    }

    private String required(String field) {
        String text = text(field, TEXT_CHARACTERS);
        if (text == null || text.isEmpty()) {
            if (node.path(field).isMissingNode() || node.path(field).isNull() || text != null) {
                fault(field, "is required, a text of at least one character");
            }
            return "";
        }
        return text;
    }

    private @Nullable String text(String field, int most) {
        return node.hasNonNull(field) ? checked(field, node.get(field), most) : null;
    }

    private @Nullable String checked(String field, JsonNode value, int most) {
        if (!value.isString()) {
            fault(field, "is a text; got " + value);
            return null;
        }
        String text = value.stringValue();
        if (text.length() > most) {
            fault(field, "has at most " + most + " characters; got " + text.length());
        } else if (text.indexOf('\0') >= 0) {
            fault(field, "does not hold the character U+0000");
        }
        return text;
    }

    private long number(String field, long least, long most, long otherwise) {
        if (!node.hasNonNull(field)) {
            return otherwise;
        }
        JsonNode value = node.get(field);
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            long number = value.longValue();
            if (number >= least && number <= most) {
                return number;
            }
        }
        fault(field, "is a whole number from " + least + " to " + most + "; got " + value);
        return otherwise;
    }

    private Op op() {
        String word = text("op", TEXT_CHARACTERS);
        if (word == null || word.equals("ASSERT")) {
            return Op.ASSERT;
        }
        if (!word.equals("RETRACT")) {
            fault("op", "is ASSERT or RETRACT; got '" + word + "'");
        }
        return Op.RETRACT;
    }

    private Instant occurredAt() {
        Instant at = instant("occurred_at");
        if (at == null) {
            if (!node.hasNonNull("occurred_at")) {
                fault("occurred_at", "is required");
            }
            return stamp;
        }
        if (at.isAfter(stamp.plus(OCCURRED_AHEAD))) {
            fault("occurred_at", "lies at most a day ahead of now, " + stamp + "; got " + at);
        }
        return at;
    }

    private @Nullable Instant instant(String field) {
        if (!node.hasNonNull(field)) {
            return null;
        }
        JsonNode value = node.get(field);
        try {
            Instant at = value.isIntegralNumber()
                    ? Instant.ofEpochMilli(value.longValue())
                    : OffsetDateTime.parse(value.asString()).toInstant();
            if (LocalDays.isPossible(at.toEpochMilli())) {
                return at;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Told below, as any other value that it cannot have.
        }
        fault(
                field,
                "is a time with its offset such as 2026-03-31T17:30:00+08:00, or ms since 1970, from 1900 to 2199; got "
                        + value);
        return null;
    }

    private List<String> domains() {
        List<String> domains = new ArrayList<>();
        JsonNode value = node.path("domains");
        if (value.isArray()) {
            value.forEach(one -> {
                String domain = checked("domains", one, TEXT_CHARACTERS);
                if (domain != null) {
                    domains.add(domain);
                }
            });
        } else if (!value.isMissingNode() && !value.isNull()) {
            fault("domains", "is a list of texts; got " + value);
        }
        checkCount("domains", domains.size());
        return domains;
    }

    private <T> Map<String, T> values(String field, BiFunction<String, JsonNode, @Nullable T> reader) {
        Map<String, T> values = new LinkedHashMap<>();
        JsonNode value = node.path(field);
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> one : value.properties()) {
                if (one.getKey().length() > TEXT_CHARACTERS || one.getKey().indexOf('\0') >= 0) {
                    fault(field, "names have at most " + TEXT_CHARACTERS + " characters and no U+0000");
                }
                T read = reader.apply(field + "." + one.getKey(), one.getValue());
                if (read != null) {
                    values.put(one.getKey(), read);
                }
            }
        } else if (!value.isMissingNode() && !value.isNull()) {
            fault(field, "is an object; got " + value);
        }
        checkCount(field, values.size());
        return values;
    }

    private @Nullable String attribute(String field, JsonNode value) {
        return checked(field, value, VALUE_CHARACTERS);
    }

    private @Nullable Double exact(String field, JsonNode value) {
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!Double.isFinite(number) || Math.abs(number) * SCALE > Exact.LIMIT) {
            fault(field, "is a number whose ten-thousandfold lies in ±" + Exact.LIMIT + "; got " + value);
            return null;
        }
        return number;
    }

    private void checkCount(String field, int count) {
        if (count > VALUES) {
            fault(field, "has at most " + VALUES + " entries; got " + count);
        }
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
