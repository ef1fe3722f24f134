package dev.forewarn.console.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.RecordKind;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.SourceState;
import dev.forewarn.avro.Verdict;
import dev.forewarn.avro.Wire;
import dev.forewarn.console.ingest.Message.Bundle;
import dev.forewarn.console.ingest.Message.Origin;
import dev.forewarn.console.ingest.Message.Poison;
import dev.forewarn.console.ingest.Message.Removal;
import dev.forewarn.console.ingest.Message.ShadowAlert;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Makes messages of records. Bad bytes are a message too: nothing makes it throw. */
final class MessageReader {

    private static final byte[] NOTHING = new byte[0];

    private final String prefix;

    /** @param prefix what the names of all topics begin with */
    MessageReader(String prefix) {
        this.prefix = prefix;
    }

    /** Reads a record; empty if it holds nothing that is kept, such as a tick. */
    Optional<Message> read(ConsumerRecord<byte[], byte[]> record) {
        Origin origin = new Origin(
                record.topic(), record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
        Object content;
        try {
            content = content(record);
        } catch (RuntimeException e) {
            content = Poison.of("unreadable", String.valueOf(e.getMessage()), bytes(record.value()));
        }
        return content == null ? Optional.empty() : Optional.of(new Message(origin, content, bytes(record.value())));
    }

    private @Nullable Object content(ConsumerRecord<byte[], byte[]> record) {
        Topic topic = Topic.of(record.topic().substring(prefix.length()));
        return switch (topic) {
            case ALERTS -> decoded(record, Alert.class);
            case SHADOW -> ofShadow(record);
            case ASSESSMENTS ->
                record.value() == null ? new Removal(text(record.key())) : decoded(record, Assessment.class);
            case CLASSES -> decoded(record, MonthlyClass.class);
            case REJECTS -> decoded(record, Reject.class);
            case AUDIT -> decoded(record, Verdict.class);
            case EVENTS -> ofLog(record);
            case CATALOGUE -> ofCatalogue(record);
        };
    }

    private static Object ofShadow(ConsumerRecord<byte[], byte[]> record) {
        Object content = decoded(record, Alert.class);
        return content instanceof Alert alert ? new ShadowAlert(alert) : content;
    }

    private static @Nullable Object ofLog(ConsumerRecord<byte[], byte[]> record) {
        Decoded<RecordKind> kind = Wire.kind(record.value());
        if (kind instanceof Decoded.Value<RecordKind> value) {
            return switch (value.value()) {
                case EVENT -> decoded(record, Event.class);
                case DISPOSAL -> decoded(record, Disposal.class);
                case MONTHLY_CLASS -> decoded(record, MonthlyClass.class);
                case TICK -> null;
                case ALERT, ASSESSMENT, REJECT, VERDICT, SOURCE_STATE ->
                    Poison.of("wrong-record", value.value().recordName() + " on the log", bytes(record.value()));
            };
        }
        return decoded(record, Event.class);
    }

    private static @Nullable Object ofCatalogue(ConsumerRecord<byte[], byte[]> record) {
        String key = text(record.key());
        if (key.startsWith("source/")) {
            return decoded(record, SourceState.class);
        }
        if (key.equals("live") || key.equals("shadow")) {
            return new Bundle(
                    key,
                    text(record.value()),
                    header(record, "author"),
                    header(record, "approver"),
                    header(record, "comment"));
        }
        return null; // Verdicts stand on the audit topic with more said about them.
    }

    private static <T extends SpecificRecord> Object decoded(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        Decoded<T> decoded = Wire.decode(record.value(), type);
        if (decoded instanceof Decoded.Refused<T> refused) {
            return Poison.of(SecondReading.reason(refused.reason()), refused.detail(), bytes(record.value()));
        }
        return ((Decoded.Value<T>) decoded).value();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static String text(byte @Nullable [] bytes) {
        return new String(bytes(bytes), UTF_8);
    }

    private static byte[] bytes(byte @Nullable [] value) {
        return value == null ? NOTHING : value;
    }
}
