package dev.forewarn.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.catalogue.CatalogueReader;
import dev.forewarn.engine.config.ClockMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The desk at work with the whole engine: broker, Flink and the shipped catalogue in this process. */
class CaseDeskITCase {

    private static final Path SHIPPED = Path.of("../../config/catalogue");

    @Test
    void alertsAreTakenThroughToTheirEndAlsoByADeskThatWasStoppedHalfWay(@TempDir Path folder) throws Exception {
        try (Running running = start(folder.resolve("installation"))) {
            String servers = running.installation().bootstrapServers();
            publish(servers, recall());

            Thread first = desk(servers, folder, "dispatch");
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> handlings(servers).contains(Handling.DISPATCHED));
            first.interrupt();
            first.join();
            Thread second = desk(servers, folder, "close");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> handlings(servers).contains(Handling.CLOSED));
            second.interrupt();
            second.join();

            assertThat(handlings(servers))
                    .containsExactly(
                            Handling.NEW,
                            Handling.ACCEPTED,
                            Handling.DISPATCHED,
                            Handling.FED_BACK,
                            Handling.REVIEWED,
                            Handling.CLOSED);
            assertThat(read(servers, "here.rejects.v1", Reject.class)).isEmpty();
        }
    }

    private static Thread desk(String servers, Path folder, String last) {
        String database = folder.resolve("cases").toAbsolutePath().toString();
        Thread desk = new Thread(() -> new CommandLine(new CaseDesk())
                .execute("--kafka", servers, "--prefix", "here.", "--database", database, "--answer", last));
        desk.start();
        return desk;
    }

    /** How far people were with the recall's alert after each of its revisions. */
    private static List<Handling> handlings(String servers) {
        return read(servers, "here.cases.v1", Alert.class).stream()
                .filter(alert -> alert.getRule().equals("T08"))
                .map(Alert::getHandling)
                .toList();
    }

    private static Running start(Path folder) {
        CatalogueReader.Read catalogue = (CatalogueReader.Read) CatalogueReader.read(SHIPPED);
        return Running.start(new Running.Start(
                new Installation(folder, "here", ClockMode.WALL, 2, Optional.empty(), ""),
                Optional.empty(),
                List.of("drug"),
                catalogue.bundle().text(),
                1,
                DeliveryGuarantee.AT_LEAST_ONCE,
                0,
                Duration.ofSeconds(1)));
    }

    private static Event recall() {
        Instant now = Instant.now();
        return Event.newBuilder()
                .setEntityId("E-1")
                .setRecordedAt(now)
                .setType("recall.announced")
                .setEventId("r-1")
                .setOccurredAt(now.minusSeconds(60))
                .setSource("recalls")
                .setSubject("batch 7")
                .setDomains(List.of("drug"))
                .setAttributes(Map.of("class", "1"))
                .build();
    }

    private static void publish(String servers, Event event) throws Exception {
        try (KafkaProducer<String, byte[]> log = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            log.send(new ProducerRecord<>("here.events.v1", event.getEntityId(), Wire.encode(event)))
                    .get();
        }
    }

    private static <T extends SpecificRecord> List<T> read(String servers, String topic, Class<T> type) {
        List<T> found = new ArrayList<>();
        try (TopicReader reader = new TopicReader(servers, topic)) {
            reader.readAll(message -> {
                if (Wire.decode(message.value(), type) instanceof Decoded.Value<T> decoded) {
                    found.add(decoded.value());
                }
            });
        }
        return found;
    }
}
