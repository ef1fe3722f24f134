package dev.forewarn.engine.wire;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.LocalDays;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event must keep to, beyond what its schema says. Finds the first fault; for one use. */
final class EventContract {

    private EventDecoding.@Nullable Refused fault;

    EventDecoding.@Nullable Refused firstFault(Event event) {
        checkIdentity(event);
        checkInstants(event);
        checkTexts(event);
        checkValues(event);
        return fault;
    }

    private void checkIdentity(Event event) {
        checkPresent("entity_id", event.getEntityId(), RejectReason.EMPTY_ENTITY_ID);
        checkPresent("type", event.getType(), RejectReason.EMPTY_TYPE);
        checkPresent("event_id", event.getEventId(), RejectReason.EMPTY_EVENT_ID);
        checkPresent("source", event.getSource(), RejectReason.EMPTY_SOURCE);
        if (fault == null && !isDotted(event.getType())) {
            refuse(RejectReason.BAD_TYPE, "type is dotted lower case; got " + Texts.quoted(event.getType()));
        }
        if (event.getOp() == Op.UNKNOWN) {
            refuse(RejectReason.UNKNOWN_OP, "op is ASSERT or RETRACT; got neither");
        }
    }

    private void checkInstants(Event event) {
        checkPossible("recorded_at", event.getRecordedAt());
        checkPossible("occurred_at", event.getOccurredAt());
        checkPossible("due_at", event.getDueAt());
        checkPossible("ended_at", event.getEndedAt());
        if (fault == null
                && event.getOccurredAt().toEpochMilli()
                        > event.getRecordedAt().toEpochMilli() + Limits.OCCURRED_AHEAD_MS) {
            refuse(
                    RejectReason.FUTURE_OCCURRED,
                    "occurred_at lies at most a day after recorded_at " + event.getRecordedAt() + "; got "
                            + event.getOccurredAt());
        }
    }

    private void checkTexts(Event event) {
        checkText("entity_id", event.getEntityId(), Limits.TEXT_CHARACTERS);
        checkText("type", event.getType(), Limits.TEXT_CHARACTERS);
        checkText("event_id", event.getEventId(), Limits.TEXT_CHARACTERS);
        checkText("record_key", event.getRecordKey(), Limits.TEXT_CHARACTERS);
        checkText("source", event.getSource(), Limits.TEXT_CHARACTERS);
        checkText("entity_name", event.getEntityName(), Limits.TEXT_CHARACTERS);
        checkText("division", event.getDivision(), Limits.TEXT_CHARACTERS);
        checkText("grid", event.getGrid(), Limits.TEXT_CHARACTERS);
        checkText("severity", event.getSeverity(), Limits.TEXT_CHARACTERS);
        checkText("subject", event.getSubject(), Limits.TEXT_CHARACTERS);
        checkCount("domains", event.getDomains());
        event.getDomains().forEach(domain -> checkText("domains", domain, Limits.TEXT_CHARACTERS));
    }

    private void checkValues(Event event) {
        checkCount("attributes", event.getAttributes().keySet());
        for (Map.Entry<String, String> attribute : event.getAttributes().entrySet()) {
            checkText("attributes", attribute.getKey(), Limits.TEXT_CHARACTERS);
            checkText(attribute.getKey(), attribute.getValue(), Limits.VALUE_CHARACTERS);
        }
        checkCount("numbers", event.getNumbers().keySet());
        for (Map.Entry<String, Double> number : event.getNumbers().entrySet()) {
            checkText("numbers", number.getKey(), Limits.TEXT_CHARACTERS);
            checkNumber(number.getKey(), number.getValue());
        }
        Long amount = event.getAmount();
        if (amount != null && (amount > Exact.LIMIT || amount < -Exact.LIMIT)) {
            refuse(RejectReason.NUMBER_OUT_OF_RANGE, "amount lies in ±" + Exact.LIMIT + "; got " + amount);
        }
    }

    private void checkPresent(String field, String value, RejectReason reason) {
        if (value.isEmpty()) {
            refuse(reason, field + " has at least one character");
        }
    }

    private void checkPossible(String field, @Nullable Instant instant) {
        if (instant != null && !LocalDays.isPossible(instant.toEpochMilli())) {
            refuse(RejectReason.IMPOSSIBLE_DATE, field + " lies in the years 1900 to 2199; got " + instant);
        }
    }

    private void checkText(String field, @Nullable String value, int limit) {
        if (value == null) {
            return;
        }
        if (value.length() > limit) {
            refuse(
                    RejectReason.TEXT_TOO_LONG,
                    Texts.cut(field, Limits.TEXT_CHARACTERS) + " has at most " + limit + " characters; got "
                            + value.length());
        } else if (value.indexOf('\0') >= 0) {
            refuse(
                    RejectReason.FORBIDDEN_CHARACTER,
                    Texts.cut(field, Limits.TEXT_CHARACTERS) + " does not hold U+0000; got it at "
                            + value.indexOf('\0'));
        }
    }

    private void checkCount(String field, Collection<String> values) {
        if (values.size() > Limits.VALUES) {
            refuse(
                    RejectReason.TOO_MANY_VALUES,
                    field + " has at most " + Limits.VALUES + " entries; got " + values.size());
        }
    }

    private void checkNumber(String field, double value) {
        if (!Double.isFinite(value)) {
            refuse(RejectReason.NUMBER_NOT_FINITE, Texts.quoted(field) + " is finite; got " + value);
        } else if (!EventDecoding.isExact(EventDecoding.scaled(value))) {
            refuse(
                    RejectReason.NUMBER_OUT_OF_RANGE,
                    Texts.quoted(field) + " times 10,000 lies in ±" + Exact.LIMIT + "; got " + value);
        }
    }

    private void refuse(RejectReason reason, String detail) {
        if (fault == null) {
            fault = new EventDecoding.Refused(reason, detail);
        }
    }

    private static boolean isDotted(String type) {
        boolean isAfterDot = true;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (c == '.') {
                if (isAfterDot) {
                    return false;
                }
                isAfterDot = true;
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_') {
                isAfterDot = false;
            } else {
                return false;
            }
        }
        return !isAfterDot;
    }
}
