package dev.forewarn.cli.catalogue;

import dev.forewarn.avro.Verdict;
import dev.forewarn.cli.history.CatalogueHeaders;
import dev.forewarn.cli.history.Verdicts;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.config.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes catalogues and hears what the job says. */
public final class CataloguePublisher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Topics topics;
    private final TopicReader audit;
    private final Verdicts verdicts = new Verdicts();
    private final KafkaProducer<String, String> producer;

    /** @throws IllegalStateException if the topics do not exist */
    public CataloguePublisher(String bootstrapServers, Topics topics) {
        this.topics = topics;
        this.audit = new TopicReader(bootstrapServers, topics.audit()).fromEnd();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        1 << 20,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE.toMillis()),
                new StringSerializer(),
                new StringSerializer());
    }

    /**
     * A catalogue on the topic.
     *
     * @param at when the broker took it in
     */
    public record Published(Instant at) {}

    /**
     * Publishes the catalogue that an installation begins with, unless there is one already.
     *
     * @throws ExecutionException if the broker does not take it
     */
    public static void publishFirst(String bootstrapServers, Topics topics, String bundle)
            throws ExecutionException, InterruptedException {
        try (TopicReader catalogues = new TopicReader(bootstrapServers, topics.catalogue());
                CataloguePublisher publisher = new CataloguePublisher(bootstrapServers, topics)) {
            boolean[] isThere = new boolean[1];
            catalogues.readAll(record -> isThere[0] = true);
            if (!isThere[0]) {
                publisher.publish(
                        CatalogueHeaders.LIVE,
                        bundle,
                        Map.of(
                                CatalogueHeaders.AUTHOR,
                                System.getProperty("user.name", ""),
                                CatalogueHeaders.COMMENT,
                                "the catalogue that the installation began with"));
            }
        }
    }

    /**
     * Publishes a bundle.
     *
     * @param bundle null ends the shadow stage
     * @param headers who, why and so on, by the names in {@link CatalogueHeaders}
     * @throws ExecutionException if the broker does not take it
     */
    public Published publish(String stage, @Nullable String bundle, Map<String, String> headers)
            throws ExecutionException, InterruptedException {
        ProducerRecord<String, String> record = new ProducerRecord<>(topics.catalogue(), stage, bundle);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        RecordMetadata place = producer.send(record).get();
        return new Published(Instant.ofEpochMilli(place.timestamp()));
    }

    /**
     * Waits for the job's verdict.
     *
     * @param isOver asked several times a second
     * @return empty if there was none until the wait was over
     */
    public Optional<Verdict> verdict(String stage, Published published, BooleanSupplier isOver) {
        while (verdicts.on(stage, published.at()).isEmpty() && !isOver.getAsBoolean()) {
            audit.look(message -> verdicts.add(message.value()));
        }
        return verdicts.on(stage, published.at());
    }

    @Override
    public void close() {
        audit.close();
        producer.close(PATIENCE);
    }
}
