package dev.forewarn.engine.wire;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Wire;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading the bytes of a message of the log: what it says, or why it was refused.
 *
 * @param <T> what it says
 */
public sealed interface Decoding<T> {

    /** The contract is kept. */
    record Accepted<T>(T value) implements Decoding<T> {}

    /**
     * The contract is broken.
     *
     * @param detail the rule, the value found, the place
     */
    record Refused<T>(RejectReason reason, String detail) implements Decoding<T> {}

    /**
     * Reads a message that should hold a record. Never throws if {@code read} does not.
     *
     * @param read what the record says
     */
    static <M extends SpecificRecord, T> Decoding<T> of(
            byte @Nullable [] message, Class<M> type, Function<M, Decoding<T>> read) {
        if (message != null && message.length > Limits.MESSAGE_BYTES) {
            return new Refused<>(
                    RejectReason.TOO_LARGE,
                    "a message has at most " + Limits.MESSAGE_BYTES + " bytes; got " + message.length);
        }
        Decoded<M> decoded = Wire.decode(message, type);
        if (decoded instanceof Decoded.Value<M> value) {
            return read.apply(value.value());
        }
        Decoded.Refused<M> refused = (Decoded.Refused<M>) decoded;
        return new Refused<>(RejectReason.of(refused.reason()), refused.detail());
    }
}
