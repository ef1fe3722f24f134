package dev.forewarn.cli.replay;

import static dev.forewarn.cli.replay.Histories.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Envelope;
import dev.forewarn.avro.RecordKind;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.embedded.EmbeddedBroker;
import dev.forewarn.cli.embedded.TestTopics;
import dev.forewarn.cli.embedded.Topics;
import dev.forewarn.core.time.LocalDays;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay into a real broker. */
class KafkaLogITCase {

    private static final String TOPIC = "t.events.v1";
    private static final int PARTITIONS = 3;

    @TempDir
    Path folder;

    @Test
    void eventsOfAnEntityKeepTheirOrderInItsPartitionAndTicksReachEveryPartition() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"))) {
            try (Admin admin =
                    Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
                assertThat(new Topics(admin).ensure(List.of(TestTopics.kept(TOPIC, PARTITIONS))))
                        .isNotNull();
            }
            List<PreparedEvent> events = history();
            try (KafkaLog log = KafkaLog.open(broker.bootstrapServers(), TOPIC)) {
                new Publisher(log, LocalDays.utc(), Pace.unbounded())
                        .publish(
                                EventStream.of(events),
                                events.get(0).event().getRecordedAt(),
                                Instant.parse("2024-01-11T01:00:00Z"),
                                done -> {});
            }

            for (int partition = 0; partition < PARTITIONS; partition++) {
                List<ConsumerRecord<byte[], byte[]>> records = read(broker.bootstrapServers(), partition);
                assertThat(records.stream().filter(record -> record.key() == null))
                        .hasSize(11);
                assertThat(instants(records)).isSorted();
                assertThat(partitionsOfKeys(records)).isSubsetOf(partition);
            }
            assertThatThrownBy(() -> KafkaLog.open(broker.bootstrapServers(), "none.events.v1"))
                    .hasMessageContaining("there is no topic none.events.v1");
        }
    }

    @Test
    void brokerThatIsNotThereIsToldInWords() {
        assertThatThrownBy(() -> KafkaLog.open("127.0.0.1:1", TOPIC, Duration.ofMillis(500)))
                .hasMessageContaining("no Kafka broker answers at 127.0.0.1:1");
    }

    /** Ten days of events, ten a day, of fifty entities. */
    private static List<PreparedEvent> history() {
        List<PreparedEvent> events = new ArrayList<>();
        for (int day = 1; day <= 10; day++) {
            for (int i = 0; i < 10; i++) {
                String at = String.format(Locale.ROOT, "2024-01-%02dT%02d:00:00Z", day, i);
                events.add(event("entity " + (day * 10 + i) % 50, "e" + day + "-" + i, at));
            }
        }
        return events;
    }

    private static List<Instant> instants(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Instant> instants = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Decoded<Envelope> envelope = Wire.envelope(record.value());
            assertThat(envelope).isInstanceOf(Decoded.Value.class);
            Envelope read = ((Decoded.Value<Envelope>) envelope).value();
            assertThat(read.kind()).isEqualTo(record.key() == null ? RecordKind.TICK : RecordKind.EVENT);
            instants.add(read.recordedAt());
        }
        return instants;
    }

    /** Where Kafka's default partitioner puts the keys, which other producers go by too. */
    private static Set<Integer> partitionsOfKeys(List<ConsumerRecord<byte[], byte[]>> records) {
        Set<Integer> partitions = new TreeSet<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() != null) {
                assertThat(new String(record.key(), StandardCharsets.UTF_8)).startsWith("entity ");
                partitions.add(Utils.toPositive(Utils.murmur2(record.key())) % PARTITIONS);
            }
        }
        return partitions;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String bootstrapServers, int partition) {
        TopicPartition from = new TopicPartition(TOPIC, partition);
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(from));
            consumer.seekToBeginning(List.of(from));
            long end = consumer.endOffsets(List.of(from)).getOrDefault(from, 0L);
            while (consumer.position(from) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
