package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Tick;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.embedded.EmbeddedBroker;
import dev.forewarn.cli.embedded.LocalFlink;
import dev.forewarn.cli.embedded.RunningJob;
import dev.forewarn.cli.embedded.TopicSpec;
import dev.forewarn.engine.catalogue.BundleCompiler;
import dev.forewarn.engine.config.EngineConfig;
import dev.forewarn.engine.config.EngineOptions;
import dev.forewarn.engine.config.FlinkDefaults;
import dev.forewarn.engine.config.Topics;
import dev.forewarn.engine.job.EarlyWarningJob;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On the wall clock the job writes the time into the log itself; with exactly-once delivery each output is there once.
 */
class WallClockITCase {

    private static final String JOB = "wall";
    private static final Topics TOPICS = new Topics("wall.");
    private static final int PARTITIONS = 3;

    @Test
    void ticksReachEveryPartitionBeforeAndAfterARestartAndOutputsAreWrittenOnce(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                LocalFlink flink = LocalFlink.start(folder.resolve("flink"), 2, 0, new Configuration())) {
            String servers = broker.bootstrapServers();
            makeTopics(servers);
            RunningJob job = submit(flink, servers);
            await().atMost(Duration.ofSeconds(60)).until(() -> ticks(servers).size() == PARTITIONS);
            penalize(servers, "E-1");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> assessments(servers).contains("E-1"));
            job.stop(Duration.ofSeconds(30));

            Map<Integer, Instant> before = ticks(servers);
            RunningJob next = submit(flink, servers);
            penalize(servers, "E-2");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> assessments(servers).contains("E-2"));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> ticks(servers).entrySet().stream()
                            .allMatch(tick -> tick.getValue().isAfter(before.get(tick.getKey()))));
            assertThat(next.failures()).isEmpty();
            next.stop(Duration.ofSeconds(30));
            assertThat(assessments(servers)).containsExactlyInAnyOrder("E-1", "E-2");
        }
    }

    private static RunningJob submit(LocalFlink flink, String servers) {
        Configuration settings = new Configuration();
        settings.set(EngineOptions.KAFKA_BOOTSTRAP_SERVERS, servers);
        settings.set(EngineOptions.KAFKA_TOPIC_PREFIX, TOPICS.prefix());
        settings.set(EngineOptions.KAFKA_DOMAIN_TOPICS, List.of());
        settings.set(EngineOptions.KAFKA_DELIVERY, DeliveryGuarantee.EXACTLY_ONCE);
        settings.set(EngineOptions.CLOCK_TICK_INTERVAL, Duration.ofMillis(200));
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 2);
        Configuration complete = FlinkDefaults.complete(settings);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(flink.settingsFor(JOB, complete));
        EarlyWarningJob.define(env, EngineConfig.of(complete), Here.shipped().text(), new BundleCompiler());
        return flink.resume(JOB, env.getStreamGraph());
    }

    private static void makeTopics(String servers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            new dev.forewarn.cli.embedded.Topics(admin)
                    .ensure(TOPICS.plans(PARTITIONS, List.of()).stream()
                            .map(plan -> new TopicSpec(plan.name(), plan.partitions(), plan.settings()))
                            .toList());
        }
    }

    private static void penalize(String servers, String entityId) throws Exception {
        Instant now = Instant.now();
        Event penalty = Event.newBuilder()
                .setEntityId(entityId)
                .setRecordedAt(now)
                .setType("penalty.decided")
                .setEventId("e-" + entityId)
                .setOccurredAt(now.minusSeconds(60))
                .setSource("test")
                .setAttributes(Map.of("procedure", "ordinary"))
                .build();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPICS.events(), entityId, Wire.encode(penalty)))
                    .get();
        }
    }

    /** The newest tick of each partition. */
    private static Map<Integer, Instant> ticks(String servers) {
        Map<Integer, Instant> newest = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record : read(servers, TOPICS.events())) {
            if (Wire.decode(record.value(), Tick.class) instanceof Decoded.Value<Tick> tick) {
                newest.put(record.partition(), tick.value().getAt());
            }
        }
        return newest;
    }

    /** The entities of all committed assessments, each as often as it was written. */
    private static List<String> assessments(String servers) {
        return read(servers, TOPICS.assessments()).stream()
                .map(ConsumerRecord::key)
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> read(String servers, String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(found -> new TopicPartition(topic, found.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
