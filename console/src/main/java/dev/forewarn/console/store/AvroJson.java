package dev.forewarn.console.store;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Writes an Avro record as JSON, with its fields as the schema names them, instants and days in ISO 8601. */
public final class AvroJson {

    private static final JsonFactory JSON = new JsonFactory();

    private AvroJson() {}

    /** The whole record. */
    public static String text(SpecificRecord record) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
            write(record, json);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator json) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof SpecificRecord record) {
            writeFields(record, json);
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            items.forEach(item -> write(item, json));
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> entries) {
            json.writeStartObject();
            entries.forEach((key, item) -> {
                json.writeName(String.valueOf(key));
                write(item, json);
            });
            json.writeEndObject();
        } else {
            writePlain(value, json);
        }
    }

    private static void writePlain(Object value, JsonGenerator json) {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            json.writeString(Base64.getEncoder().encodeToString(copy));
        } else {
            // Texts, symbols of enums, instants, days.
            json.writeString(value.toString());
        }
    }

    private static void writeFields(SpecificRecord record, JsonGenerator json) {
        json.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            json.writeName(field.name());
            write(record.get(field.pos()), json);
        }
        json.writeEndObject();
    }
}
