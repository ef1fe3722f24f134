package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop between the job and a system that handles cases, through a real broker and on the wall clock. */
class HandlingITCase {

    private static final Topics TOPICS = new Topics(Here.NAME + ".");
    private static final String ENTITY = "E-1";

    @Test
    void alertGoesToItsTopicsAndPeoplesStepsComeBackUntilItIsClosed(@TempDir Path folder) throws Exception {
        try (Running running = Here.start(folder, ClockMode.WALL, 1)) {
            String servers = running.installation().bootstrapServers();
            send(servers, TOPICS.events(), ENTITY, recall());
            Alert raised = await().atMost(Duration.ofSeconds(60))
                    .until(() -> newest(servers, TOPICS.cases()), alert -> alert.getRevision() > 0);
            assertThat(raised.getRule()).isEqualTo("T08");
            assertThat(raised.getDueAt()).isEqualTo(raised.getAt().plus(Duration.ofHours(2)));
            assertThat(newest(servers, TOPICS.alertsOf("drug"))).isEqualTo(raised);

            take(servers, raised, "accept", step -> {});
            take(
                    servers,
                    newest(servers, TOPICS.cases()),
                    "feedback",
                    step -> step.setOutcome("case-filed").setCaseNumber("C-7"));
            take(servers, newest(servers, TOPICS.cases()), "review", step -> {});
            take(servers, raised, "close", step -> {});
            take(servers, newest(servers, TOPICS.cases()), "close", step -> {});

            Alert closed = newest(servers, TOPICS.cases());
            assertThat(closed.getHandling()).isEqualTo(Handling.CLOSED);
            assertThat(closed.getOutcome()).isEqualTo("case-filed");
            assertThat(closed.getCaseNumber()).isEqualTo("C-7");
            assertThat(closed.getAlertId()).isEqualTo(raised.getAlertId());
            assertThat(read(servers, TOPICS.rejects(), Reject.class))
                    .singleElement()
                    .satisfies(reject -> assertThat(reject.getReason()).isEqualTo("stale-step"));
        }
    }

    /** Takes a step and waits until it has been answered: by a revision, or by a reject. */
    private static void take(String servers, Alert seen, String name, Consumer<Disposal.Builder> about)
            throws Exception {
        Instant now = Instant.now();
        Disposal.Builder step = Disposal.newBuilder()
                .setEntityId(seen.getEntityId())
                .setRecordedAt(now)
                .setAlertId(seen.getAlertId())
                .setAlertRevision(seen.getRevision())
                .setStep(name)
                .setActorIdHash("0a1b")
                .setActorUnit("drug team")
                .setActorRole("officer")
                .setAt(now);
        about.accept(step);
        int answers = answers(servers);
        send(servers, TOPICS.disposals(), seen.getAlertId(), Wire.encode(step.build()));
        await().atMost(Duration.ofSeconds(30)).until(() -> answers(servers) > answers);
    }

    private static int answers(String servers) {
        return read(servers, TOPICS.cases(), Alert.class).size()
                + read(servers, TOPICS.rejects(), Reject.class).size();
    }

    private static byte[] recall() {
        Instant now = Instant.now();
        return Wire.encode(Event.newBuilder()
                .setEntityId(ENTITY)
                .setRecordedAt(now)
                .setType("recall.announced")
                .setEventId("r-1")
                .setOccurredAt(now.minusSeconds(60))
                .setSource("recalls")
                .setSubject("batch 7")
                .setDomains(List.of("drug"))
                .setAttributes(Map.of("class", "1"))
                .build());
    }

    /** The highest revision of the recall's alert on a topic; an empty alert if there is none yet. */
    private static Alert newest(String servers, String topic) {
        Alert newest = new Alert();
        for (Alert alert : read(servers, topic, Alert.class)) {
            newest = alert.getRule().equals("T08") && alert.getRevision() > newest.getRevision() ? alert : newest;
        }
        return newest;
    }

    private static <T extends SpecificRecord> List<T> read(String servers, String topic, Class<T> type) {
        List<T> found = new ArrayList<>();
        try (TopicReader reader = new TopicReader(servers, topic)) {
            reader.readAll(message -> found.add(Harvest.decoded(message.value(), type)));
        }
        return found;
    }

    private static void send(String servers, String topic, String key, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }
}
