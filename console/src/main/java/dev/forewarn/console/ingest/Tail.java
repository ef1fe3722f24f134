package dev.forewarn.console.ingest;

import dev.forewarn.console.ingest.IngestStatus.Lag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics from where the store says, and goes on with what comes. It joins no group and commits nothing to the
 * broker. Topics that do not exist yet are taken up when they do.
 */
final class Tail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int ANSWER_WITHIN_MS = 5_000;
    private static final String ANSWER_WITHIN = Integer.toString(ANSWER_WITHIN_MS);

    private final String prefix;
    private final Store store;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private Map<TopicPartition, String> known = Map.of();
    private List<String> missing = List.of();

    private Tail(String prefix, Store store, Admin admin, KafkaConsumer<byte[], byte[]> consumer) {
        this.prefix = prefix;
        this.store = store;
        this.admin = admin;
        this.consumer = consumer;
    }

    /** Makes the clients; nothing is asked of the broker yet. */
    static Tail open(String kafka, String prefix, int most, Store store) {
        Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                kafka,
                "request.timeout.ms",
                ANSWER_WITHIN,
                "default.api.timeout.ms",
                ANSWER_WITHIN));
        return new Tail(
                prefix,
                store,
                admin,
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", kafka,
                                "isolation.level", "read_committed",
                                "enable.auto.commit", "false",
                                "auto.offset.reset", "none",
                                "allow.auto.create.topics", "false",
                                "max.poll.records", Integer.toString(most),
                                "fetch.max.wait.ms", "250",
                                "default.api.timeout.ms", ANSWER_WITHIN),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()));
    }

    /**
     * Asks the broker for the topics, and takes up partitions that are new.
     *
     * @throws KafkaException if the broker does not answer
     */
    void lookAround() {
        Map<TopicPartition, String> found = new HashMap<>();
        List<String> absent = new ArrayList<>();
        List<String> names = Arrays.stream(Topic.values())
                .map(topic -> prefix + topic.wireName())
                .toList();
        Map<String, KafkaFuture<TopicDescription>> answers =
                admin.describeTopics(names).topicNameValues();
        for (String name : names) {
            try {
                TopicDescription topic =
                        Objects.requireNonNull(answers.get(name)).get();
                topic.partitions()
                        .forEach(partition -> found.put(
                                new TopicPartition(name, partition.partition()),
                                topic.topicId().toString()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw new KafkaException("the broker does not answer: " + e.getCause(), e);
                }
                absent.add(name);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted", e);
            }
        }
        missing = absent;
        if (!found.equals(known)) {
            takeUp(found);
        }
    }

    List<String> missing() {
        return missing;
    }

    private void takeUp(Map<TopicPartition, String> found) {
        Map<TopicPartition, Long> places = store.places(found);
        consumer.assign(found.keySet());
        places.forEach(consumer::seek);
        known = Map.copyOf(found);
        LOG.info("reading {} partitions of {}", found.size(), prefix + "*");
    }

    /** What has come since, possibly nothing. */
    ConsumerRecords<byte[], byte[]> poll(Duration atMost) {
        if (known.isEmpty()) {
            return ConsumerRecords.empty();
        }
        try {
            return consumer.poll(atMost);
        } catch (OffsetOutOfRangeException e) {
            skipWhatIsGone(e.partitions());
            return ConsumerRecords.empty();
        }
    }

    /** Retention has taken what was not read yet, or the log was cut: what is left begins elsewhere. */
    private void skipWhatIsGone(Collection<TopicPartition> partitions) {
        consumer.beginningOffsets(partitions).forEach((partition, beginning) -> {
            LOG.warn(
                    "{} begins at {} and not at {}: what lies between is gone from the broker",
                    partition,
                    beginning,
                    consumer.position(partition));
            store.moveTo(partition, beginning);
            consumer.seek(partition, beginning);
        });
    }

    /** Where the next poll begins for each partition of these records. */
    Map<TopicPartition, Long> ends(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        records.nextOffsets().forEach((partition, next) -> ends.put(partition, next.offset()));
        return ends;
    }

    /** Records that are on the topics and not yet read, as far as is known without asking. */
    List<Lag> lags() {
        List<Lag> lags = new ArrayList<>();
        for (TopicPartition partition : known.keySet()) {
            consumer.currentLag(partition)
                    .ifPresent(records -> lags.add(new Lag(partition.topic(), partition.partition(), records)));
        }
        return lags;
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
        admin.close(Duration.ofSeconds(2));
    }
}
