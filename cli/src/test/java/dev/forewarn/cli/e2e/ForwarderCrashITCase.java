package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Transition;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.embedded.ChildProcess;
import dev.forewarn.cli.show.TopicReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps on their way into the log when the process that forwards them is killed. */
class ForwarderCrashITCase {

    private static final int BUSINESSES = 60;

    @Test
    void everyStepIsTakenExactlyOnceThoughItsForwarderIsKilled(@TempDir Path folder) throws Exception {
        KilledProcess process = new KilledProcess(folder, 1, "at-least-once");
        List<Alert> open;
        try (ChildProcess first = process.start("first")) {
            String servers = KilledProcess.servers(first);
            Replayed.publish(servers, CityHistory.of(BUSINESSES, 8, 7), CityHistory.begin(), CityHistory.end());
            Replayed.awaitEnd(servers, BUSINESSES);
            await().atMost(Replayed.PATIENCE).until(process::hasCheckpoint);
            open = openAlerts(servers);
            comment(servers, open.subList(0, open.size() / 2));
            await().atMost(Replayed.PATIENCE)
                    .until(() -> !revisionsOfComments(servers).isEmpty());
            first.kill();
        }
        try (ChildProcess second = process.start("second")) {
            String servers = KilledProcess.servers(second);
            comment(servers, open.subList(open.size() / 2, open.size()));
            await().atMost(Replayed.PATIENCE)
                    .until(() -> revisionsOfComments(servers).size() == open.size());
            assertThat(open).hasSizeGreaterThan(20);
            assertThat(revisionsOfComments(servers))
                    .allSatisfy((comment, revisions) ->
                            assertThat(revisions).as(comment).hasSize(1));
            assertThat(read(servers, Replayed.TOPICS.rejects(), Reject.class)).isEmpty();
        }
    }

    private static List<Alert> openAlerts(String servers) {
        Map<String, Alert> newest = new TreeMap<>();
        for (Alert alert : read(servers, Replayed.TOPICS.alerts(), Alert.class)) {
            newest.merge(
                    alert.getAlertId(), alert, (one, other) -> one.getRevision() > other.getRevision() ? one : other);
        }
        return newest.values().stream()
                .filter(alert -> alert.getHandling() != Handling.CLOSED)
                .toList();
    }

    /** A comment on each alert: it is taken on any revision. */
    private static void comment(String servers, List<Alert> alerts) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Alert alert : alerts) {
                Disposal step = Disposal.newBuilder()
                        .setEntityId(alert.getEntityId())
                        .setRecordedAt(CityHistory.end())
                        .setAlertId(alert.getAlertId())
                        .setAlertRevision(alert.getRevision())
                        .setStep("comment")
                        .setActorIdHash("0a1b")
                        .setActorUnit("drug team")
                        .setActorRole("officer")
                        .setComment("about " + alert.getAlertId())
                        .setAt(CityHistory.end())
                        .build();
                var unused = producer.send(new ProducerRecord<>(Replayed.TOPICS.disposals(), Wire.encode(step)));
            }
        }
    }

    private static Map<String, Set<Integer>> revisionsOfComments(String servers) {
        Map<String, Set<Integer>> revisions = new TreeMap<>();
        for (Alert alert : read(servers, Replayed.TOPICS.alerts(), Alert.class)) {
            if (alert.getTransition() == Transition.HANDLED && alert.getStep() != null) {
                revisions
                        .computeIfAbsent(alert.getStep().getComment(), comment -> new TreeSet<>())
                        .add(alert.getRevision());
            }
        }
        return revisions;
    }

    private static <T extends SpecificRecord> List<T> read(String servers, String topic, Class<T> type) {
        List<T> found = new ArrayList<>();
        try (TopicReader reader = new TopicReader(servers, topic)) {
            reader.readAll(message -> found.add(Harvest.decoded(message.value(), type)));
        }
        return found;
    }
}
