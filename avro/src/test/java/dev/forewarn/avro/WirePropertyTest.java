package dev.forewarn.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.avro.specific.SpecificRecord;

/**
 * Any bytes are a value or a refusal: nothing is thrown, and a length that lies costs no memory (the heap is small).
 */
class WirePropertyTest {

    private static final int HEADER_BYTES = 10;

    @Property(tries = 5_000)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        readInEveryWay(bytes);
    }

    @Property(tries = 20_000)
    void anyBodyBehindAGoodHeaderIsReadOrRefused(@ForAll RecordKind kind, @ForAll("bodies") byte[] body) {
        byte[] message = Arrays.copyOf(Wire.encode(Samples.of(kind)), HEADER_BYTES + body.length);
        System.arraycopy(body, 0, message, HEADER_BYTES, body.length);
        readInEveryWay(message);
    }

    @Property(tries = 20_000)
    void damagedMessageIsReadOrRefused(@ForAll RecordKind kind, @ForAll int from, @ForAll("wounds") byte[] wound) {
        byte[] message = Wire.encode(Samples.of(kind));
        for (int i = 0; i < wound.length; i++) {
            message[HEADER_BYTES + Math.floorMod(from + i, message.length - HEADER_BYTES)] = wound[i];
        }
        readInEveryWay(message);
    }

    @Property(tries = 2_000)
    void messageCutShortIsRefused(@ForAll RecordKind kind, @ForAll int length) {
        byte[] message = Wire.encode(Samples.of(kind));
        byte[] cut = Arrays.copyOf(message, Math.floorMod(length, message.length));
        assertThat(Wire.decode(cut, kind.type())).isInstanceOf(Decoded.Refused.class);
    }

    /** What was read can be written, and is then read as the same again. */
    private static void readInEveryWay(byte[] message) {
        Decoded<RecordKind> found = Wire.kind(message);
        Decoded<Envelope> envelope = Wire.envelope(message);
        for (RecordKind kind : RecordKind.values()) {
            if (Wire.decode(message, kind.type()) instanceof Decoded.Value<? extends SpecificRecord> decoded) {
                assertThat(found).isEqualTo(new Decoded.Value<>(kind));
                assertThat(Wire.decode(Wire.encode(decoded.value()), kind.type()))
                        .isEqualTo(decoded);
                assertThat(envelope instanceof Decoded.Value).isEqualTo(kind.isOnLog());
            }
        }
    }

    /** Bytes as they stand in messages: small lengths, long runs of set bits, text. */
    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<Byte> likely = Arbitraries.of((byte) 0, (byte) 1, (byte) 2, (byte) 4, (byte) 0x0F, (byte) 'a');
        Arbitrary<Byte> any = Arbitraries.bytes();
        Arbitrary<Byte> high = Arbitraries.of((byte) 0xFF, (byte) 0xFE, (byte) 0x80);
        return Arbitraries.frequencyOf(Tuple.of(6, likely), Tuple.of(2, any), Tuple.of(2, high))
                .array(byte[].class)
                .ofMaxSize(200);
    }

    @Provide
    Arbitrary<byte[]> wounds() {
        return Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(12);
    }
}
