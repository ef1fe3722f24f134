package dev.forewarn.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerITCase {

    @TempDir
    private Path folder;

    @Test
    void recordsTopicsAndPortAreThereAfterARestart() {
        int port;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            port = broker.port();
            Words.createTopics(broker.bootstrapServers());
            try (Words words = new Words(broker.bootstrapServers())) {
                words.send(500, "one", "two");
            }
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
                Words words = new Words(broker.bootstrapServers())) {
            assertThat(broker.port()).isEqualTo(port);
            words.send(1, "three");
            assertThat(words.lines(CountingJob.WORDS)).hasSize(1001).contains("one", "two", "three");
        }
    }

    @Test
    void transactionsWorkOnASingleNode() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
                Words words = new Words(broker.bootstrapServers());
                KafkaProducer<String, String> producer = transactional(broker)) {
            Words.createTopics(broker.bootstrapServers());
            producer.initTransactions();
            producer.beginTransaction();
            var unused = producer.send(Words.word("one"));
            producer.commitTransaction();

            assertThat(words.lines(CountingJob.WORDS)).containsExactly("one");
        }
    }

    /** With the transaction timeout that Flink's exactly-once sink asks for. */
    private static KafkaProducer<String, String> transactional(EmbeddedBroker broker) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "one",
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        (int) Duration.ofHours(1).toMillis()),
                new StringSerializer(),
                new StringSerializer());
    }

    @Test
    void whatCannotBeHadIsRefusedInWords() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining(folder + " is in use");
            assertThatThrownBy(() -> EmbeddedBroker.start(folder.resolve("other"), broker.port()))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("Port " + broker.port() + " is taken");
            assertThatThrownBy(() -> EmbeddedBroker.start(folder.resolve("other"), 65_536))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("[0, 65535]");
        }
    }

    @Test
    void kafkaCannotEndThisProcess() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            assertThatThrownBy(() -> Exit.halt(1, "the disk is gone")).isInstanceOf(EmbeddedException.class);

            assertThat(broker.failure().toCompletableFuture())
                    .isCompletedWithValueMatching(
                            failure -> "Kafka stopped itself: the disk is gone".equals(failure.getMessage()));
        }
    }

    @Test
    void topicsAreMadeOnceAndDifferencesAreTold() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            Topics topics = new Topics(admin);
            TopicSpec log = TestTopics.kept("log", 3);
            TopicSpec profile = TestTopics.compacted("profile", 2);

            assertThat(topics.ensure(List.of(log))).containsExactly("log");
            assertThat(topics.ensure(List.of(log, profile))).containsExactly("profile");
            assertThat(topics.differences(List.of(log, profile))).isEmpty();
            assertThat(topics.differences(List.of(new TopicSpec("log", 3, Map.of("retention.ms", "86400000")))))
                    .containsExactly("Topic log has retention.ms=-1 instead of 86400000.");
            assertThatThrownBy(() -> topics.ensure(List.of(TestTopics.kept("log", 4), TestTopics.kept("new", 1))))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("topic log has 3 partitions instead of 4");
            assertThat(topics.ensure(List.of(TestTopics.kept("new", 1)))).containsExactly("new");
        }
    }

    @Test
    void topicsAreKnownWhenTheyHaveBeenMade() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder);
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            Topics topics = new Topics(ForgetfulAdmin.of(admin, 3));
            TopicSpec log = TestTopics.kept("log", 3);

            assertThat(topics.ensure(List.of(log))).containsExactly("log");
            assertThat(topics.ensure(List.of(log))).isEmpty();
        }
    }
}
