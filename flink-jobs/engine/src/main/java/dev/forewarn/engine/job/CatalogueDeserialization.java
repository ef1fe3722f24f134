package dev.forewarn.engine.job;

import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.PublicationNote;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Records of the catalogue topic as they come from Kafka. Never throws; what they hold is checked by an operator. */
final class CatalogueDeserialization implements KafkaRecordDeserializationSchema<CatalogueRecord> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<CatalogueRecord> out) {
        out.collect(read(record));
    }

    static CatalogueRecord read(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        byte[] value = record.value();
        return new CatalogueRecord(
                key == null ? "" : new String(key, StandardCharsets.UTF_8),
                value == null ? new byte[0] : value,
                headers(record),
                record.partition(),
                record.offset(),
                record.timestamp());
    }

    /** Of several of one name the last counts. */
    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (PublicationNote.HEADERS.contains(header.key()) && header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    @Override
    public TypeInformation<CatalogueRecord> getProducedType() {
        return TypeInformation.of(CatalogueRecord.class);
    }
}
