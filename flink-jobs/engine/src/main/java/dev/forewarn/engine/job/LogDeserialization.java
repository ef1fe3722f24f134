package dev.forewarn.engine.job;

import dev.forewarn.engine.wire.LogReading;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Provenance;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records of the log as they come from Kafka. Never throws: every record becomes one {@link LogRecord}. */
final class LogDeserialization implements KafkaRecordDeserializationSchema<LogRecord> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<LogRecord> out) {
        out.collect(LogReading.read(provenance(record), record.value()));
    }

    static Provenance provenance(ConsumerRecord<byte[], byte[]> record) {
        return new Provenance(record.topic(), record.partition(), record.offset(), appendedAtMs(record), record.key());
    }

    /** The broker's stamp, or the producer's where the topic is not set to have the broker's; both are stored. */
    private static @Nullable Long appendedAtMs(ConsumerRecord<byte[], byte[]> record) {
        return record.timestampType() == TimestampType.NO_TIMESTAMP_TYPE ? null : record.timestamp();
    }

    @Override
    public TypeInformation<LogRecord> getProducedType() {
        return TypeInformation.of(LogRecord.class);
    }
}
