package dev.forewarn.avro;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireTest {

    /** Where the body of a message begins. */
    private static final int BODY = 10;

    @ParameterizedTest
    @EnumSource
    void everyFieldOfEveryRecordSurvives(RecordKind kind) {
        SpecificRecord record = Samples.of(kind);
        assertThat(Wire.decode(Wire.encode(record), kind.type())).isEqualTo(new Decoded.Value<>(record));
    }

    @ParameterizedTest
    @EnumSource
    void samplesFillEveryField(RecordKind kind) {
        SpecificRecord record = Samples.of(kind);
        for (Schema.Field field : kind.schema().getFields()) {
            Object value = record.get(field.pos());
            assertThat(value).as(field.name()).isNotNull();
            if (field.hasDefaultValue()) {
                assertThat(value.toString()).as(field.name()).isNotEqualTo(String.valueOf(field.defaultVal()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void firstTenBytesTellTheRecord(RecordKind kind) {
        byte[] start = Arrays.copyOf(Wire.encode(Samples.of(kind)), BODY);
        assertThat(Wire.kind(start)).isEqualTo(new Decoded.Value<>(kind));
    }

    @Test
    void eventWithOnlyWhatItMustSayHasTheDefaults() {
        assertThat(Wire.decode(Wire.encode(Samples.smallEvent()), Event.class))
                .isInstanceOfSatisfying(Decoded.Value.class, decoded -> {
                    Event event = (Event) decoded.value();
                    assertThat(event.getRecordKey()).isEmpty();
                    assertThat(event.getOp()).isEqualTo(Op.ASSERT);
                    assertThat(event.getGrid()).isNull();
                    assertThat(event.getDueAt()).isNull();
                    assertThat(event.getAttributes()).isEmpty();
                });
    }

    @Test
    void envelopesHaveWhatTheLogNeeds() {
        assertThat(envelope(RecordKind.EVENT))
                .isEqualTo(new Decoded.Value<>(
                        new Envelope(RecordKind.EVENT, Samples.ENTITY, Samples.RECORDED, "penalty.decided")));
        assertThat(envelope(RecordKind.DISPOSAL))
                .isEqualTo(
                        new Decoded.Value<>(new Envelope(RecordKind.DISPOSAL, Samples.ENTITY, Samples.RECORDED, null)));
        assertThat(envelope(RecordKind.MONTHLY_CLASS))
                .isEqualTo(new Decoded.Value<>(
                        new Envelope(RecordKind.MONTHLY_CLASS, Samples.ENTITY, Samples.RECORDED, null)));
        assertThat(envelope(RecordKind.TICK))
                .isEqualTo(new Decoded.Value<>(new Envelope(RecordKind.TICK, null, Samples.RECORDED, null)));
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordKind.class,
            names = {"ALERT", "ASSESSMENT", "REJECT", "VERDICT"})
    void outputHasNoEnvelope(RecordKind kind) {
        assertThat(kind.isOnLog()).isFalse();
        assertRefused(envelope(kind), Refusal.WRONG_RECORD, "got " + kind.recordName());
    }

    @Test
    void envelopeLooksAtNothingBehindIt() {
        byte[] whole = Wire.encode(Samples.event());
        String type = "penalty.decided";
        byte[] cut = Arrays.copyOf(whole, new String(whole, ISO_8859_1).indexOf(type) + type.length());
        assertThat(Wire.envelope(cut)).isEqualTo(Wire.envelope(whole));
        assertRefused(Wire.decode(cut, Event.class), Refusal.MALFORMED, "got 0");
    }

    @Test
    void partOfARecordIsNotAMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wire.encode(new Evidence()))
                .withMessageContaining("Evidence");
    }

    @Test
    void nothingIsRefused() {
        assertRefused(Wire.decode(null, Event.class), Refusal.EMPTY, "none");
        assertRefused(Wire.envelope(new byte[0]), Refusal.EMPTY, "none");
    }

    @Test
    void messageOverTheLimitIsRefused() {
        byte[] atLimit = Arrays.copyOf(Wire.encode(Samples.event()), Wire.MESSAGE_BYTES_LIMIT);
        assertRefused(Wire.decode(atLimit, Event.class), Refusal.MALFORMED, "bytes more");
        byte[] over = Arrays.copyOf(atLimit, Wire.MESSAGE_BYTES_LIMIT + 1);
        assertRefused(Wire.decode(over, Event.class), Refusal.TOO_LARGE, "got 1048577");
    }

    @Test
    void bytesWithoutMarkerAreRefused() {
        assertRefused(Wire.kind("{\"entity_id\": 1}".getBytes(UTF_8)), Refusal.NOT_FRAMED, "got 7b22656e746974795f69");
        assertRefused(Wire.kind(new byte[] {(byte) 0xC3, 1, 0}), Refusal.NOT_FRAMED, "got c30100");
    }

    @Test
    void unknownFingerprintIsRefused() {
        byte[] message = Wire.encode(Samples.event());
        message[2] ^= 1;
        assertRefused(Wire.envelope(message), Refusal.UNKNOWN_SCHEMA, "fingerprint");
    }

    @Test
    void anotherRecordIsRefused() {
        assertRefused(Wire.decode(Wire.encode(Samples.of(RecordKind.TICK)), Event.class), Refusal.WRONG_RECORD, "Tick");
    }

    @Test
    void bytesBehindTheRecordAreRefused() {
        byte[] message = Wire.encode(Samples.event());
        byte[] longer = Arrays.copyOf(message, message.length + 1);
        assertRefused(Wire.decode(longer, Event.class), Refusal.MALFORMED, "1 bytes more");
    }

    @Test
    void hugeTextLengthIsRefusedBeforeMemoryIsTaken() {
        byte[] message = bodyOf(RecordKind.EVENT, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F);
        assertRefused(Wire.decode(message, Event.class), Refusal.MALFORMED, "got 2147483647");
        assertRefused(Wire.envelope(message), Refusal.MALFORMED, "got 2147483647");
    }

    @Test
    void negativeTextLengthIsRefused() {
        assertRefused(Wire.envelope(bodyOf(RecordKind.EVENT, 0x01)), Refusal.MALFORMED, "got -1");
    }

    @Test
    void invalidTextIsRefusedAndTheReplacementCharacterIsNot() {
        assertRefused(Wire.envelope(bodyOf(RecordKind.EVENT, 0x02, 0xFF, 0, 2, 'x')), Refusal.MALFORMED, "UTF-8");
        assertThat(Wire.envelope(bodyOf(RecordKind.EVENT, 0x06, 0xEF, 0xBF, 0xBD, 0, 2, 'x')))
                .isInstanceOf(Decoded.Value.class);
    }

    @Test
    void longWithoutEndIsRefused() {
        byte[] message = Arrays.copyOf(Wire.encode(Samples.of(RecordKind.TICK)), BODY + 11);
        Arrays.fill(message, BODY, message.length, (byte) 0xFF);
        assertRefused(Wire.envelope(message), Refusal.MALFORMED, "ten bytes");
    }

    private static Decoded<Envelope> envelope(RecordKind kind) {
        return Wire.envelope(Wire.encode(Samples.of(kind)));
    }

    private static byte[] bodyOf(RecordKind kind, int... body) {
        byte[] message = Arrays.copyOf(Wire.encode(Samples.of(kind)), BODY + body.length);
        for (int i = 0; i < body.length; i++) {
            message[BODY + i] = (byte) body[i];
        }
        return message;
    }

    private static void assertRefused(Decoded<?> decoded, Refusal reason, String detail) {
        assertThat(decoded).isInstanceOfSatisfying(Decoded.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.detail()).contains(detail);
        });
    }
}
