package dev.forewarn.console.e2e;

import dev.forewarn.avro.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of an installation without an engine, and what a test writes to them. */
record TestTopics(String kafka, KafkaProducer<String, byte[]> producer) implements AutoCloseable {

    static TestTopics on(String kafka) throws ExecutionException, InterruptedException {
        List<NewTopic> topics = new ArrayList<>();
        for (String name : List.of(
                "events", "alerts", "alerts.shadow", "assessments", "classes", "rejects", "audit", "catalogue")) {
            topics.add(new NewTopic(TestConsole.PREFIX + name + ".v1", 2, (short) 1));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(topics).all().get();
        }
        return new TestTopics(
                kafka,
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer()));
    }

    void write(String topic, String key, SpecificRecord record) throws ExecutionException, InterruptedException {
        write(topic, key, Wire.encode(record));
    }

    void write(String topic, String key, byte[] value) throws ExecutionException, InterruptedException {
        var ignored = producer.send(new ProducerRecord<>(TestConsole.PREFIX + topic, key, value))
                .get();
    }

    /** Writes without waiting for the broker; {@link #flush} waits for all. */
    void send(String topic, String key, SpecificRecord record) {
        var unused = producer.send(new ProducerRecord<>(TestConsole.PREFIX + topic, key, Wire.encode(record)));
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
