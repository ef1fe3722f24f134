package dev.forewarn.cli.demo;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Op;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event that is yet to happen: everything but the instant at which it is sent. */
final class Draft {

    private final String entityId;
    private final String type;
    private final String recordKey;
    private final Map<String, String> attributes = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();
    private List<String> domains = List.of();
    private Op op = Op.ASSERT;
    private int revision;
    private Duration age = Duration.ZERO;
    private @Nullable Duration due;
    private @Nullable String name;
    private @Nullable String subject;
    private @Nullable Long amount;

    Draft(String entityId, String type, String recordKey) {
        this.entityId = entityId;
        this.type = type;
        this.recordKey = recordKey;
    }

    Draft named(String businessName) {
        name = businessName;
        return this;
    }

    Draft in(String... names) {
        domains = List.of(names);
        return this;
    }

    Draft with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    Draft with(String number, double value) {
        numbers.put(number, value);
        return this;
    }

    Draft about(String text) {
        subject = text;
        return this;
    }

    Draft fined(long yuan) {
        amount = 100 * yuan;
        return this;
    }

    /** How long before it is sent it happened. */
    Draft ago(Duration time) {
        age = time;
        return this;
    }

    /** When, after it is sent, something must have been done. */
    Draft due(Duration time) {
        due = time;
        return this;
    }

    /** Takes the record back, as a court or a re-test would. */
    Draft retracted() {
        op = Op.RETRACT;
        revision = 1;
        return this;
    }

    Event at(Instant now) {
        boolean isProfile = type.equals("entity.profile");
        return Event.newBuilder()
                .setEntityId(entityId)
                .setRecordedAt(now)
                .setType(type)
                .setEventId(recordKey + "-" + revision)
                .setRecordKey(recordKey)
                .setRevision(revision)
                .setOp(op)
                .setEntityName(name)
                .setDomains(new ArrayList<>(domains))
                .setOccurredAt(now.minus(age))
                .setDueAt(due == null ? null : now.plus(due))
                .setSource("demo")
                .setDivision(isProfile ? "360699" : null)
                .setGrid(isProfile ? "grid-" + Math.floorMod(entityId.hashCode(), 12) : null)
                .setAmount(amount)
                .setSubject(subject)
                .setAttributes(attributes)
                .setNumbers(numbers)
                .build();
    }
}
