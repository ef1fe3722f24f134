package dev.forewarn.engine.job;

import dev.forewarn.engine.wire.Addressed;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Messages as they go to Kafka. The record's time is left to the broker: Flink's is the stamp of the event, and
 * retention would delete the outputs of a replay as soon as they are written.
 */
final class AddressedSerialization implements KafkaRecordSerializationSchema<Addressed> {

    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            Addressed message, KafkaSinkContext context, @Nullable Long timestamp) {
        String key = message.key();
        return new ProducerRecord<>(
                message.topic(),
                message.partition(),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                message.value());
    }
}
