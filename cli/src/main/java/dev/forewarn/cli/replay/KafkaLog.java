package dev.forewarn.cli.replay;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The log in a Kafka topic. The producer is idempotent, so that a retry neither repeats a message nor changes the order
 * of a partition; the partition of an entity is Kafka's default for its id.
 */
public final class KafkaLog implements LogWriter, Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String topic;
    private final int partitions;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private KafkaLog(String topic, int partitions, KafkaProducer<String, byte[]> producer) {
        this.topic = topic;
        this.partitions = partitions;
        this.producer = producer;
    }

    /** Finds the topic, which must exist: its partition count is a decision, not a default. */
    public static KafkaLog open(String bootstrapServers, String topic) throws IOException, InterruptedException {
        return open(bootstrapServers, topic, PATIENCE);
    }

    static KafkaLog open(String bootstrapServers, String topic, Duration patience)
            throws IOException, InterruptedException {
        int partitions = partitions(bootstrapServers, topic, patience);
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "forewarn-replay",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                10,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 * 1024,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                Duration.ofMinutes(2).toMillis());
        return new KafkaLog(
                topic, partitions, new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    private static int partitions(String bootstrapServers, String topic, Duration patience)
            throws IOException, InterruptedException {
        int patienceMs = (int) patience.toMillis();
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, "forewarn-replay",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patienceMs,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patienceMs);
        try (Admin admin = Admin.create(settings)) {
            Map<String, TopicDescription> found =
                    admin.describeTopics(List.of(topic)).allTopicNames().get();
            TopicDescription description = found.get(topic);
            if (description == null) {
                throw new IOException("the topic " + topic + " was not described by " + bootstrapServers);
            }
            return description.partitions().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new IOException(
                        "the log of a running job is a topic; there is no topic " + topic + " at " + bootstrapServers,
                        e);
            }
            throw new IOException("no Kafka broker answers at " + bootstrapServers + ": " + e.getCause(), e);
        } catch (KafkaException e) {
            throw new IOException("no Kafka broker answers at " + bootstrapServers + ": " + e.getMessage(), e);
        }
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public void write(String entityId, byte[] message) throws IOException {
        send(new ProducerRecord<>(topic, entityId, message));
    }

    @Override
    public void writeTo(int partition, byte[] message) throws IOException {
        send(new ProducerRecord<>(topic, partition, null, message));
    }

    private void send(ProducerRecord<String, byte[]> message) throws IOException {
        throwFailure();
        try {
            // The callback hears of a failure; waiting for each message would take the speed of a replay.
            Future<RecordMetadata> unused = producer.send(message, this::remember);
        } catch (KafkaException e) {
            throw new IOException("the log refused a message: " + e.getMessage(), e);
        }
    }

    private void remember(@Nullable RecordMetadata place, @Nullable Exception problem) {
        if (problem != null) {
            failure.compareAndSet(null, problem);
        }
    }

    @Override
    public void flush() throws IOException {
        producer.flush();
        throwFailure();
    }

    private void throwFailure() throws IOException {
        Exception problem = failure.get();
        if (problem != null) {
            throw new IOException("the log refused a message: " + problem.getMessage(), problem);
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
