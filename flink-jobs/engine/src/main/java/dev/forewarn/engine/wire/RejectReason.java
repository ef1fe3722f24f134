package dev.forewarn.engine.wire;

import dev.forewarn.avro.Refusal;

/**
 * Why an input was refused. A closed list: wire value, metric label and row of the manual. Wire values are never
 * changed; constants are appended, never renamed.
 */
public enum RejectReason {
    MISSING_VALUE("missing-value", "The record has no value (a tombstone). The log is never deleted from."),
    TOO_LARGE("too-large", "The message is larger than 262,144 bytes (a catalogue: 1,048,576)."),
    UNDECODABLE(
            "undecodable",
            "The bytes are not a message: no marker of single-object encoding, cut short, invalid text, or bytes left over."),
    UNKNOWN_SCHEMA("unknown-schema", "No released schema has the fingerprint that the message names."),
    WRONG_RECORD("wrong-record", "The message holds a record that does not belong on the log, such as an alert."),
    EMPTY_ENTITY_ID("empty-entity-id", "The message names no entity."),
    KEY_MISMATCH("key-mismatch", "The record key is not the entity id in UTF-8, so the entity's order is not assured."),
    EMPTY_TYPE("empty-type", "The event has no type."),
    BAD_TYPE("bad-type", "The type is not dotted lower case such as penalty.decided (a–z, 0–9, '-', '_')."),
    EMPTY_EVENT_ID("empty-event-id", "The event has no id."),
    EMPTY_SOURCE("empty-source", "The event names no source system."),
    UNKNOWN_OP("unknown-op", "The operation is neither ASSERT nor RETRACT."),
    IMPOSSIBLE_DATE("impossible-date", "An instant lies outside the years 1900 to 2199."),
    FUTURE_RECORDED(
            "future-recorded",
            "The stamp of publication lies more than five minutes after the instant at which the broker took the record in."),
    FUTURE_OCCURRED("future-occurred", "The event says that it happened more than a day after it was published."),
    TEXT_TOO_LONG(
            "text-too-long",
            "An id, type, name or subject has more than 256 characters, or the value of an attribute more than 4,096."),
    TOO_MANY_VALUES("too-many-values", "The event has more than 64 domains, attributes or numbers."),
    FORBIDDEN_CHARACTER("forbidden-character", "A text holds the character U+0000, which databases refuse."),
    NUMBER_NOT_FINITE("number-not-finite", "A number is infinite or not a number."),
    NUMBER_OUT_OF_RANGE(
            "number-out-of-range",
            "A number or amount is too large to be kept exactly (about ±2.3 × 10¹⁴; an "
                    + "amount about ±2.3 × 10¹⁸ minor units)."),
    BAD_CATALOGUE(
            "bad-catalogue", "A catalogue bundle has faults, all of which the detail names, or its stage is unknown."),
    NOT_APPROVED(
            "not-approved",
            "A live catalogue must be approved (forewarn.catalogue.approvers), and names no author, no approver, one who "
                    + "is not on the list, or its own author."),
    BAD_DISPOSAL(
            "bad-disposal",
            "A person's step about an alert names no such step, no alert, nobody who took it, or lacks what the step needs."),
    UNKNOWN_ALERT("unknown-alert", "A person's step is about an alert that the business does not have, or no longer."),
    STALE_STEP(
            "stale-step",
            "A person's step was taken on a revision of the alert that is no longer the last; the detail says how it stands."),
    IMPOSSIBLE_STEP(
            "impossible-step",
            "The state of the alert does not allow the person's step; the detail says which steps it allows."),
    BAD_CLASS(
            "bad-class",
            "A monthly class on the log is not the platform's, names no month, or a domain without a class."),
    TOO_MANY_WORSE(
            "too-many-worse",
            "A live catalogue would move more businesses to a worse headline class than forewarn.catalogue.max-worse-share, "
                    + "or its header may-move, allows.");

    private final String wireName;
    private final String description;

    RejectReason(String wireName, String description) {
        this.wireName = wireName;
        this.description = description;
    }

    /** The name in messages and metrics. */
    public String wireName() {
        return wireName;
    }

    /** One or two sentences for the manual. */
    public String description() {
        return description;
    }

    /** The reason that a message names; {@link #BAD_CATALOGUE} if a later release has named it. */
    public static RejectReason named(String wireName) {
        for (RejectReason reason : values()) {
            if (reason.wireName.equals(wireName)) {
                return reason;
            }
        }
        return BAD_CATALOGUE;
    }

    static RejectReason of(Refusal refusal) {
        return switch (refusal) {
            case EMPTY -> MISSING_VALUE;
            case TOO_LARGE -> TOO_LARGE;
            case NOT_FRAMED, MALFORMED -> UNDECODABLE;
            case UNKNOWN_SCHEMA -> UNKNOWN_SCHEMA;
            case WRONG_RECORD -> WRONG_RECORD;
        };
    }
}
