package dev.forewarn.engine.job;

import dev.forewarn.engine.config.KafkaConfig;
import dev.forewarn.engine.operator.CatalogueBacklog;
import dev.forewarn.engine.wire.CatalogueRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the catalogue topic from its start to its present end, outside any consumer group. */
final class KafkaBacklog implements CatalogueBacklog {

    private static final long serialVersionUID = 1L;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConfig config;

    KafkaBacklog(KafkaConfig config) {
        this.config = config;
    }

    @Override
    public List<CatalogueRecord> read() {
        List<CatalogueRecord> records = new ArrayList<>();
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config.toReaderProperties(), bytes, bytes)) {
            List<TopicPartition> partitions = consumer
                    .partitionsFor(config.topics().catalogue(), PATIENCE)
                    .stream()
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    records.add(CatalogueDeserialization.read(record));
                }
            }
        }
        return records;
    }
}
