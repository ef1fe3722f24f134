package dev.forewarn.console.step;

import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import dev.forewarn.console.config.ConsoleSettings;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.stereotype.Component;

/**
 * The log in Kafka. The key is the entity, the partition Kafka's default for it: the order of an entity rests on it.
 */
@Component
final class KafkaLog implements Log, FactLog {

    private static final int ANSWER_WITHIN_MS = 5_000;

    private final String topic;
    private final KafkaProducer<String, byte[]> producer;

    KafkaLog(ConsoleSettings settings) {
        this.topic = settings.topic("events.v1");
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", settings.kafka(),
                        "acks", "all",
                        "max.block.ms", Integer.toString(ANSWER_WITHIN_MS),
                        "request.timeout.ms", Integer.toString(ANSWER_WITHIN_MS / 2),
                        "delivery.timeout.ms", Integer.toString(ANSWER_WITHIN_MS)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void write(Disposal step) {
        await(List.of(send(step.getEntityId(), Wire.encode(step))));
    }

    @Override
    public void write(List<Event> events) {
        await(events.stream()
                .map(event -> send(event.getEntityId(), Wire.encode(event)))
                .toList());
    }

    private Future<RecordMetadata> send(String entityId, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(topic, entityId, value));
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void await(List<Future<RecordMetadata>> sent) {
        try {
            for (Future<RecordMetadata> one : sent) {
                var ignored = one.get(2L * ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw new StepRefused(
                    "log-away", "nothing was written for sure, since the broker does not answer: " + cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepRefused("log-away", "the console is being stopped");
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
