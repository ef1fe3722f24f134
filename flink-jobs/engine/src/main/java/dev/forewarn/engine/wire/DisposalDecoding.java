package dev.forewarn.engine.wire;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.handling.Step;
import dev.forewarn.core.time.LocalDays;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of reading a person's step about an alert: the step, or the reason why it was refused. */
public sealed interface DisposalDecoding {

    /** Most characters of a comment. */
    int COMMENT_CHARACTERS = 2_000;

    /** The contract is kept. */
    record Accepted(Disposal disposal) implements DisposalDecoding {}

    /**
     * The contract is broken.
     *
     * @param detail the rule and the value found
     */
    record Refused(RejectReason reason, String detail) implements DisposalDecoding {}

    /** Reads a message of the log that should hold a step. Never throws. */
    static DisposalDecoding of(byte @Nullable [] message) {
        if (message != null && message.length > Limits.MESSAGE_BYTES) {
            return new Refused(RejectReason.TOO_LARGE, "a message has at most " + Limits.MESSAGE_BYTES + " bytes");
        }
        Decoded<dev.forewarn.avro.Disposal> decoded = Wire.decode(message, dev.forewarn.avro.Disposal.class);
        if (decoded instanceof Decoded.Value<dev.forewarn.avro.Disposal> value) {
            return of(value.value());
        }
        Decoded.Refused<dev.forewarn.avro.Disposal> refused = (Decoded.Refused<dev.forewarn.avro.Disposal>) decoded;
        return new Refused(RejectReason.of(refused.reason()), refused.detail());
    }

    private static DisposalDecoding of(dev.forewarn.avro.Disposal message) {
        Step step = Step.named(message.getStep());
        if (step == null) {
            return new Refused(
                    RejectReason.BAD_DISPOSAL,
                    "step is one of " + steps() + "; got " + Texts.quoted(message.getStep()));
        }
        Refused fault = fault(message);
        return fault != null ? fault : new Accepted(disposal(message, step));
    }

    private static @Nullable Refused fault(dev.forewarn.avro.Disposal message) {
        if (message.getAlertId().isEmpty() || message.getActorIdHash().isEmpty()) {
            return new Refused(
                    RejectReason.BAD_DISPOSAL, "alert_id and actor_id_hash have at least one character each");
        }
        Refused fault = first(
                text("alert_id", message.getAlertId(), Limits.TEXT_CHARACTERS),
                text("actor_id_hash", message.getActorIdHash(), Limits.TEXT_CHARACTERS),
                text("actor_unit", message.getActorUnit(), Limits.TEXT_CHARACTERS),
                text("actor_role", message.getActorRole(), Limits.TEXT_CHARACTERS),
                text("outcome", message.getOutcome(), Limits.TEXT_CHARACTERS),
                text("comment", message.getComment(), COMMENT_CHARACTERS),
                text("case_number", message.getCaseNumber(), Limits.TEXT_CHARACTERS),
                text("to_unit", message.getToUnit(), Limits.TEXT_CHARACTERS),
                possible("at", message.getAt()),
                possible("until", message.getUntil()));
        boolean isAhead =
                message.getAt().toEpochMilli() > message.getRecordedAt().toEpochMilli() + Limits.OCCURRED_AHEAD_MS;
        return fault != null || !isAhead
                ? fault
                : new Refused(
                        RejectReason.FUTURE_OCCURRED,
                        "at lies at most a day after recorded_at " + message.getRecordedAt() + "; got "
                                + message.getAt());
    }

    private static Disposal disposal(dev.forewarn.avro.Disposal message, Step step) {
        Instant until = message.getUntil();
        return new Disposal(
                message.getEntityId(),
                message.getRecordedAt().toEpochMilli(),
                message.getAlertId().toLowerCase(Locale.ROOT),
                message.getAlertRevision(),
                step,
                new Disposal.Actor(message.getActorIdHash(), message.getActorUnit(), message.getActorRole()),
                orEmpty(message.getOutcome()),
                orEmpty(message.getCaseNumber()),
                orEmpty(message.getToUnit()),
                orEmpty(message.getComment()),
                until == null ? null : until.toEpochMilli(),
                message.getAt().toEpochMilli());
    }

    private static @Nullable Refused first(@Nullable Refused... faults) {
        return Arrays.stream(faults).filter(fault -> fault != null).findFirst().orElse(null);
    }

    private static @Nullable Refused text(String field, @Nullable String value, int most) {
        if (value != null && value.length() > most) {
            return new Refused(
                    RejectReason.TEXT_TOO_LONG, field + " has at most " + most + " characters; got " + value.length());
        }
        return value == null || value.indexOf('\0') < 0
                ? null
                : new Refused(
                        RejectReason.FORBIDDEN_CHARACTER,
                        field + " does not hold U+0000; got it at " + value.indexOf('\0'));
    }

    private static @Nullable Refused possible(String field, @Nullable Instant instant) {
        return instant == null || LocalDays.isPossible(instant.toEpochMilli())
                ? null
                : new Refused(RejectReason.IMPOSSIBLE_DATE, field + " lies in the years 1900 to 2199; got " + instant);
    }

    private static String steps() {
        return Arrays.stream(Step.values()).map(Step::wireName).collect(Collectors.joining(", "));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
