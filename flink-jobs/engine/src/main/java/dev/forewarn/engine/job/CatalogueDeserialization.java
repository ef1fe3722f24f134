package dev.forewarn.engine.job;

import dev.forewarn.engine.wire.CatalogueRecord;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

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
                record.partition(),
                record.offset(),
                record.timestamp());
    }

    @Override
    public TypeInformation<CatalogueRecord> getProducedType() {
        return TypeInformation.of(CatalogueRecord.class);
    }
}
