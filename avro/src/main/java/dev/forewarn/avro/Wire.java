package dev.forewarn.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into bytes and back, in Avro's single-object encoding: two marker bytes, eight bytes of schema
 * fingerprint, the body. Reading resolves any released schema to the present one, and refuses bad bytes as a value:
 * nothing that stands in a message makes a method of this class throw, or allocate more than a small multiple of its
 * size.
 */
public final class Wire {

    /** Largest message that is read, in bytes; the limit that Kafka brokers have by default. */
    public static final int MESSAGE_BYTES_LIMIT = 1 << 20;

    private static final byte MARKER_FIRST = (byte) 0xC3;
    private static final byte MARKER_SECOND = 0x01;
    private static final int HEADER_BYTES = 10;

    private Wire() {}

    /** Writes a record of {@link RecordKind}, complete as its builder leaves it. */
    public static byte[] encode(SpecificRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RecordKind.of(record.getClass()).encoder().encode(record, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused bytes", e);
        }
        return out.toByteArray();
    }

    /** Reads a whole message that should hold a record of this class. */
    public static <T extends SpecificRecord> Decoded<T> decode(byte @Nullable [] message, Class<T> type) {
        Decoded<ReleasedSchemas.Writer> found = writerOf(message);
        if (message == null || !(found instanceof Decoded.Value<ReleasedSchemas.Writer> writer)) {
            return refusedLike(found);
        }
        if (writer.value().kind().type() != type) {
            return wrongRecord(type.getSimpleName(), writer.value().kind());
        }
        BoundedDecoder body = new BoundedDecoder(message, HEADER_BYTES);
        try {
            T value = type.cast(writer.value().reader().read(null, body));
            if (body.remaining() > 0) {
                return malformed("a message ends with its record; got " + body.remaining() + " bytes more");
            }
            return new Decoded.Value<>(value);
        } catch (IOException | RuntimeException e) {
            return malformed(String.valueOf(e.getMessage()));
        }
    }

    /** Tells from the first ten bytes which record a message holds. */
    public static Decoded<RecordKind> kind(byte @Nullable [] message) {
        Decoded<ReleasedSchemas.Writer> found = writerOf(message);
        return found instanceof Decoded.Value<ReleasedSchemas.Writer> writer
                ? new Decoded.Value<>(writer.value().kind())
                : refusedLike(found);
    }

    /** Reads the first fields of a message of the log and looks at nothing behind them. */
    public static Decoded<Envelope> envelope(byte @Nullable [] message) {
        Decoded<ReleasedSchemas.Writer> found = writerOf(message);
        if (message == null || !(found instanceof Decoded.Value<ReleasedSchemas.Writer> writer)) {
            return refusedLike(found);
        }
        RecordKind kind = writer.value().kind();
        BoundedDecoder body = new BoundedDecoder(message, HEADER_BYTES);
        try {
            return switch (kind) {
                case EVENT ->
                    new Decoded.Value<>(new Envelope(kind, body.readString(), instant(body), body.readString()));
                case DISPOSAL, MONTHLY_CLASS ->
                    new Decoded.Value<>(new Envelope(kind, body.readString(), instant(body), null));
                case TICK -> new Decoded.Value<>(new Envelope(kind, null, instant(body), null));
                case ALERT, ASSESSMENT, REJECT, VERDICT, SOURCE_STATE -> wrongRecord("a record of the log", kind);
            };
        } catch (IOException e) {
            return malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Instant instant(BoundedDecoder body) throws IOException {
        return Instant.ofEpochMilli(body.readLong());
    }

    private static Decoded<ReleasedSchemas.Writer> writerOf(byte @Nullable [] message) {
        if (message == null || message.length == 0) {
            return new Decoded.Refused<>(Refusal.EMPTY, "a message has a value; got none");
        }
        if (message.length > MESSAGE_BYTES_LIMIT) {
            return new Decoded.Refused<>(
                    Refusal.TOO_LARGE,
                    "a message has at most " + MESSAGE_BYTES_LIMIT + " bytes; got " + message.length);
        }
        if (message.length < HEADER_BYTES || message[0] != MARKER_FIRST || message[1] != MARKER_SECOND) {
            String start = HexFormat.of().formatHex(message, 0, Math.min(message.length, HEADER_BYTES));
            return new Decoded.Refused<>(
                    Refusal.NOT_FRAMED,
                    "a message begins with the marker c301 and eight bytes of fingerprint; got " + start);
        }
        long fingerprint = 0;
        for (int i = HEADER_BYTES - 1; i >= 2; i--) {
            fingerprint = fingerprint << 8 | (message[i] & 0xFF);
        }
        ReleasedSchemas.Writer writer = ReleasedSchemas.byFingerprint(fingerprint);
        if (writer == null) {
            return new Decoded.Refused<>(
                    Refusal.UNKNOWN_SCHEMA,
                    "the schema of a message is one of history/; got fingerprint " + Long.toHexString(fingerprint));
        }
        return new Decoded.Value<>(writer);
    }

    private static <T> Decoded<T> wrongRecord(String expected, RecordKind got) {
        return new Decoded.Refused<>(
                Refusal.WRONG_RECORD, "the message should hold " + expected + "; got " + got.recordName());
    }

    private static <T> Decoded<T> malformed(String detail) {
        return new Decoded.Refused<>(Refusal.MALFORMED, detail);
    }

    private static <T> Decoded<T> refusedLike(Decoded<?> other) {
        if (other instanceof Decoded.Refused<?> refused) {
            return new Decoded.Refused<>(refused.reason(), refused.detail());
        }
        throw new IllegalStateException("only a refusal is passed on");
    }
}
