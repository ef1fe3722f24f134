package dev.forewarn.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Every schema that may have written a message, by its fingerprint: the files of {@code history/}, and the present
 * ones.
 *
 * <p>{@code history/<Record>/<n>.avsc} are numbered from 1 without gaps, each complete in itself, and never edited.
 */
final class ReleasedSchemas {

    /** A schema that writes messages. */
    record Writer(RecordKind kind, Schema schema, DatumReader<? extends SpecificRecord> reader) {

        static Writer of(RecordKind kind, Schema schema) {
            List<String> envelope = kind.envelopeFields();
            List<Schema.Field> fields = schema.getFields();
            for (int i = 0; i < envelope.size(); i++) {
                Schema.Field expected = kind.schema().getField(envelope.get(i));
                if (!fields.get(i).name().equals(expected.name())
                        || !fields.get(i)
                                .schema()
                                .getType()
                                .equals(expected.schema().getType())) {
                    throw new IllegalStateException("every schema of " + kind.recordName() + " begins with " + envelope
                            + "; got " + fields.get(i).name() + " at " + i);
                }
            }
            SpecificData model = SpecificData.getForClass(kind.type());
            return new Writer(kind, schema, newReader(model, schema, kind.schema()));
        }

        @SuppressWarnings("unchecked") // Avro's signature says DatumReader without a type.
        private static DatumReader<? extends SpecificRecord> newReader(
                SpecificData model, Schema writer, Schema reader) {
            return (DatumReader<? extends SpecificRecord>) model.createDatumReader(writer, reader);
        }
    }

    private static final Map<Long, Writer> WRITERS = readAll();

    private ReleasedSchemas() {}

    static @Nullable Writer byFingerprint(long fingerprint) {
        return WRITERS.get(fingerprint);
    }

    /** The n-th release of a record, n from 1; null if there is none. */
    static @Nullable Schema release(RecordKind kind, int number) {
        String path = "/history/" + kind.recordName() + "/" + number + ".avsc";
        try (InputStream file = ReleasedSchemas.class.getResourceAsStream(path)) {
            return file == null ? null : new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + " of the class path", e);
        }
    }

    private static Map<Long, Writer> readAll() {
        Map<Long, Writer> writers = new HashMap<>();
        for (RecordKind kind : RecordKind.values()) {
            Schema schema = kind.schema();
            for (int number = 1; schema != null; number++) {
                writers.put(SchemaNormalization.parsingFingerprint64(schema), Writer.of(kind, schema));
                schema = release(kind, number);
            }
        }
        return Map.copyOf(writers);
    }
}
