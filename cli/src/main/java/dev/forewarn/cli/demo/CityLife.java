package dev.forewarn.cli.demo;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends the events of the small city to the log as its minute passes, each stamped with the instant of sending. */
public final class CityLife implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final Clock clock;
    private final Thread life = new Thread(this::live, "forewarn-city");

    public CityLife(String bootstrapServers, String topic, Clock clock) {
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.topic = topic;
        this.clock = clock;
    }

    /** Begins the minute. */
    public void begin() {
        life.setDaemon(true);
        life.start();
    }

    private void live() {
        long startMs = clock.millis();
        try {
            for (SmallCity.Timed timed : SmallCity.build(LocalDate.now(clock).getYear())) {
                TimeUnit.MILLISECONDS.sleep(startMs + timed.at().toMillis() - clock.millis());
                send(timed.draft().at(Instant.ofEpochMilli(clock.millis())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the city's events do not reach the broker: " + e.getMessage(), e);
        }
    }

    private void send(Event event) throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(topic, event.getEntityId(), Wire.encode(event)))
                .get();
    }

    @Override
    public void close() {
        life.interrupt();
        producer.close(Duration.ofSeconds(2));
    }
}
