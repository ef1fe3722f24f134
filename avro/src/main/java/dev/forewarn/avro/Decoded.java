package dev.forewarn.avro;

/**
 * What came of reading bytes: a value, or the reason why not. Bytes come from strangers, so a refusal is an ordinary
 * result and never an exception.
 */
public sealed interface Decoded<T> {

    /** The bytes were good. */
    record Value<T>(T value) implements Decoded<T> {}

    /**
     * The bytes were not.
     *
     * @param reason for machines
     * @param detail for persons: the rule, the value found, the place
     */
    record Refused<T>(Refusal reason, String detail) implements Decoded<T> {}
}
