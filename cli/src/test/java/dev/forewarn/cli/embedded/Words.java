package dev.forewarn.cli.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends words to {@link CountingJob} and reads its counts. */
final class Words implements AutoCloseable {

    private static final int PARTITIONS = 2;

    private final String bootstrapServers;
    private final KafkaProducer<String, String> producer;

    Words(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new StringSerializer());
    }

    static void createTopics(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            new Topics(admin)
                    .ensure(List.of(
                            TestTopics.kept(CountingJob.WORDS, PARTITIONS),
                            TestTopics.kept(CountingJob.COUNTS, PARTITIONS)));
        }
    }

    static ProducerRecord<String, String> word(String word) {
        return new ProducerRecord<>(CountingJob.WORDS, word, word);
    }

    /** Sends every word of {@code words} {@code times} times, and returns when the broker has them. */
    void send(int times, String... words) {
        for (int i = 0; i < times; i++) {
            for (String word : words) {
                var unused = producer.send(word(word));
            }
        }
        producer.flush();
    }

    /** The greatest count of each word that the job has sent so far. */
    Map<String, Long> counts() {
        Map<String, Long> greatest = new HashMap<>();
        for (String line : lines(CountingJob.COUNTS)) {
            String[] parts = line.split("=", 2);
            greatest.merge(parts[0], Long.valueOf(parts[1]), Math::max);
        }
        return greatest;
    }

    /** Every record of {@code topic} up to now. */
    List<String> lines(String topic) {
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new StringDeserializer())) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<String> lines = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, String> read : consumer.poll(Duration.ofMillis(100))) {
                    lines.add(read.value());
                }
            }
            return lines;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
