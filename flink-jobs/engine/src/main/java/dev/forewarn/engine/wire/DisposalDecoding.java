package dev.forewarn.engine.wire;

import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.handling.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads people's steps about alerts. */
public final class DisposalDecoding {

    /** Most characters of a comment. */
    private static final int COMMENT_CHARACTERS = 2_000;

    private DisposalDecoding() {}

    /** Reads a message of the log that should hold a step. Never throws. */
    public static Decoding<Disposal> of(byte @Nullable [] message) {
        return Decoding.of(message, dev.forewarn.avro.Disposal.class, DisposalDecoding::read);
    }

    private static Decoding<Disposal> read(dev.forewarn.avro.Disposal message) {
        Contract contract = new Contract();
        Step step = Step.named(message.getStep());
        if (step == null) {
            contract.refuse(
                    RejectReason.BAD_DISPOSAL,
                    "step is one of " + steps() + "; got " + Texts.quoted(message.getStep()));
        }
        contract.checkPresent("alert_id", message.getAlertId(), RejectReason.BAD_DISPOSAL);
        contract.checkPresent("actor_id_hash", message.getActorIdHash(), RejectReason.BAD_DISPOSAL);
        contract.checkText("alert_id", message.getAlertId());
        contract.checkText("actor_id_hash", message.getActorIdHash());
        contract.checkText("actor_unit", message.getActorUnit());
        contract.checkText("actor_role", message.getActorRole());
        contract.checkText("outcome", message.getOutcome());
        contract.checkText("comment", message.getComment(), COMMENT_CHARACTERS);
        contract.checkText("case_number", message.getCaseNumber());
        contract.checkText("to_unit", message.getToUnit());
        contract.checkPossible("at", message.getAt());
        contract.checkPossible("until", message.getUntil());
        contract.checkNotAhead("at", message.getAt(), message.getRecordedAt());
        return contract.decoding(() -> disposal(message, Objects.requireNonNull(step)));
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

    private static String steps() {
        return Arrays.stream(Step.values()).map(Step::wireName).collect(Collectors.joining(", "));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
