package dev.forewarn.cli.show;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a whole topic up to its present end, or whatever comes after it; joins no consumer group. */
public final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();

    /** @throws IllegalStateException if the topic does not exist */
    public TopicReader(String bootstrapServers, String topic) {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.setProperty(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        for (PartitionInfo partition : consumer.partitionsFor(topic)) {
            partitions.add(new TopicPartition(topic, partition.partition()));
        }
        if (partitions.isEmpty()) {
            consumer.close();
            throw new IllegalStateException("there is no topic " + topic + " at " + bootstrapServers);
        }
        consumer.assign(partitions);
    }

    /** Shows every record from the start to the end that the topic has now. */
    public void readAll(Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        ends.values().removeIf(end -> end == 0);
        while (!ends.isEmpty()) {
            consumer.poll(Duration.ofMillis(200)).forEach(reader);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    /** How many partitions the topic has. */
    public int partitions() {
        return partitions.size();
    }

    /** Shows every record of one partition from the start to the end that it has now. */
    public void readPartition(int partition, Consumer<ConsumerRecord<String, byte[]>> reader) {
        List<TopicPartition> all = List.copyOf(partitions);
        partitions.removeIf(other -> other.partition() != partition);
        consumer.assign(partitions);
        readAll(reader);
        partitions.clear();
        partitions.addAll(all);
        consumer.assign(partitions);
    }

    /** Shows what has come since the last look, waiting a moment for it. */
    public void look(Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.poll(Duration.ofMillis(200)).forEach(reader);
    }

    /** From now on only what is new. */
    public TopicReader fromEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return this;
    }

    /** Shows what comes, until told to stop. */
    public void follow(Consumer<ConsumerRecord<String, byte[]>> reader, BooleanSupplier isOver) {
        while (!isOver.getAsBoolean()) {
            consumer.poll(Duration.ofMillis(200)).forEach(reader);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
