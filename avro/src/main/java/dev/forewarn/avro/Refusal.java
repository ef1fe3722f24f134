package dev.forewarn.avro;

/** Why bytes are not a message. */
public enum Refusal {
    /** There are none: a record without a value. */
    EMPTY,
    /** More than {@link Wire#MESSAGE_BYTES_LIMIT}. */
    TOO_LARGE,
    /** They do not begin with the marker of single-object encoding and a fingerprint. */
    NOT_FRAMED,
    /** No released schema has the fingerprint. */
    UNKNOWN_SCHEMA,
    /** The schema is that of another record than the one asked for. */
    WRONG_RECORD,
    /**
     * The body cannot be what the schema describes: cut short, lengths beyond the end, invalid text, bytes left over.
     */
    MALFORMED
}
