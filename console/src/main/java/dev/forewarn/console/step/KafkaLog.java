package dev.forewarn.console.step;

import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import dev.forewarn.console.config.ConsoleSettings;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
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

    /** For the topic to be known, and for each record to be taken; a whole write has twice as long, however many. */
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
        write(List.of(new ProducerRecord<>(topic, step.getEntityId(), Wire.encode(step))), deadline());
    }

    @Override
    public void write(List<Event> events) {
        write(
                events.stream()
                        .map(event -> new ProducerRecord<>(topic, event.getEntityId(), Wire.encode(event)))
                        .toList(),
                deadline());
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2L * ANSWER_WITHIN_MS);
    }

    /** Stops at the first record that is refused: each further one might wait as long for the same broker. */
    private void write(List<ProducerRecord<String, byte[]>> records, long deadline) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            for (ProducerRecord<String, byte[]> record : records) {
                Future<RecordMetadata> one = send(record);
                sent.add(one);
                if (one.isDone()) {
                    await(one, deadline);
                }
            }
            for (Future<RecordMetadata> one : sent) {
                await(one, deadline);
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

    private static void await(Future<RecordMetadata> one, long deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
        var ignored = one.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record);
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
