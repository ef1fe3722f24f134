package dev.forewarn.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What happens when another release wrote the message: a later one stands for both directions. */
class ReleasedSchemasTest {

    private static final int HEADER_BYTES = 10;

    /** An Event as a later release might have it: an operation more, a field more. */
    private static final Schema LATER_EVENT = new Schema.Parser()
            .parse(Event.getClassSchema()
                    .toString()
                    .replace("[\"UNKNOWN\",\"ASSERT\",\"RETRACT\"]", "[\"UNKNOWN\",\"ASSERT\",\"AMEND\",\"RETRACT\"]")
                    .replaceFirst(
                            "\\{\"name\":\"source\"",
                            "{\"name\":\"channel\",\"type\":\"string\",\"default\":\"\"},$0"));

    @Test
    void symbolOfALaterReleaseIsReadAsUnknown() throws IOException {
        GenericRecord later = asLater(Samples.smallEvent());
        later.put("op", new GenericData.EnumSymbol(LATER_EVENT.getField("op").schema(), "AMEND"));
        assertThat(read(later)).isEqualTo(eventWith(Op.UNKNOWN));
    }

    @Test
    void symbolThatMovedIsReadByItsName() throws IOException {
        GenericRecord later = asLater(Samples.smallEvent());
        later.put("op", new GenericData.EnumSymbol(LATER_EVENT.getField("op").schema(), "RETRACT"));
        assertThat(read(later)).isEqualTo(eventWith(Op.RETRACT));
    }

    @Test
    void fieldOfALaterReleaseIsSkipped() throws IOException {
        GenericRecord later = asLater(Samples.event());
        later.put("channel", "hotline 12315");
        assertThat(read(later)).isEqualTo(Samples.event());
    }

    @Test
    void schemaThatDoesNotBeginWithTheEnvelopeIsAFaultOfTheBuild() {
        List<Schema.Field> swapped = Tick.getClassSchema().getFields().stream()
                .map(field -> new Schema.Field("moment", field.schema(), field.doc()))
                .toList();
        Schema tick = Schema.createRecord("Tick", "", "dev.forewarn.avro", false, swapped);
        assertThatIllegalStateException()
                .isThrownBy(() -> ReleasedSchemas.Writer.of(RecordKind.TICK, tick))
                .withMessageContaining("begins with [at]; got moment at 0");
    }

    private static Event eventWith(Op op) {
        return Event.newBuilder(Samples.smallEvent()).setOp(op).build();
    }

    private static GenericRecord asLater(Event event) throws IOException {
        byte[] message = Wire.encode(event);
        GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(Event.getClassSchema(), LATER_EVENT);
        return reader.read(
                null, DecoderFactory.get().binaryDecoder(message, HEADER_BYTES, message.length - HEADER_BYTES, null));
    }

    private static SpecificRecord read(GenericRecord later) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(LATER_EVENT).write(later, encoder);
        return ReleasedSchemas.Writer.of(RecordKind.EVENT, LATER_EVENT)
                .reader()
                .read(null, new BoundedDecoder(out.toByteArray(), 0));
    }
}
