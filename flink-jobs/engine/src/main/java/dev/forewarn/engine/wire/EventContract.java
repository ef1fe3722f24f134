package dev.forewarn.engine.wire;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import dev.forewarn.core.time.Exact;
import java.util.Collection;
import java.util.Map;

/** What an event must keep to, beyond what its schema says. Finds the first fault; for one use. */
final class EventContract extends Contract {

    EventContract(Event event) {
        checkIdentity(event);
        checkInstants(event);
        checkTexts(event);
        checkValues(event);
    }

    private void checkIdentity(Event event) {
        checkPresent("entity_id", event.getEntityId(), RejectReason.EMPTY_ENTITY_ID);
        checkPresent("type", event.getType(), RejectReason.EMPTY_TYPE);
        checkPresent("event_id", event.getEventId(), RejectReason.EMPTY_EVENT_ID);
        checkPresent("source", event.getSource(), RejectReason.EMPTY_SOURCE);
        if (!isDotted(event.getType())) {
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
        checkNotAhead("occurred_at", event.getOccurredAt(), event.getRecordedAt());
    }

    private void checkTexts(Event event) {
        checkText("entity_id", event.getEntityId());
        checkText("type", event.getType());
        checkText("event_id", event.getEventId());
        checkText("record_key", event.getRecordKey());
        checkText("source", event.getSource());
        checkText("entity_name", event.getEntityName());
        checkText("division", event.getDivision());
        checkText("grid", event.getGrid());
        checkText("severity", event.getSeverity());
        checkText("subject", event.getSubject());
        checkCount("domains", event.getDomains());
        event.getDomains().forEach(domain -> checkText("domains", domain));
    }

    private void checkValues(Event event) {
        checkCount("attributes", event.getAttributes().keySet());
        for (Map.Entry<String, String> attribute : event.getAttributes().entrySet()) {
            checkText("attributes", attribute.getKey());
            checkText(attribute.getKey(), attribute.getValue(), Limits.VALUE_CHARACTERS);
        }
        checkCount("numbers", event.getNumbers().keySet());
        for (Map.Entry<String, Double> number : event.getNumbers().entrySet()) {
            checkText("numbers", number.getKey());
            checkNumber(number.getKey(), number.getValue());
        }
        Long amount = event.getAmount();
        if (amount != null && (amount > Exact.LIMIT || amount < -Exact.LIMIT)) {
            refuse(RejectReason.NUMBER_OUT_OF_RANGE, "amount lies in ±" + Exact.LIMIT + "; got " + amount);
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
