package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.replay.PreparedEvent;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written to the log becomes a fact or a reject; the job does not stumble and its clock does not move. */
class BadInputITCase {

    private static final Topics TOPICS = new Topics(Here.NAME + ".");
    private static final int RANDOM = 3_000;
    private static final String MEGABYTE = "x".repeat(1_000_000);
    private static final Instant GOOD = CityHistory.begin().plus(Duration.ofDays(1));

    @TempDir
    private Path folder;

    private final List<Future<RecordMetadata>> stored = new ArrayList<>();
    private int sent;

    @Test
    void thousandsOfBadMessagesBecomeAsManyRejectsAndGoodOnesAreStillAssessed() throws Exception {
        try (Running running = Here.start(folder, ClockMode.EVENTS, 2)) {
            String servers = running.installation().bootstrapServers();
            try (KafkaProducer<String, byte[]> producer = producer(servers)) {
                sendRandomBytes(producer);
                sendBrokenContracts(producer);
                CityHistory.of(20, 3, 7).forEach(event -> send(producer, event.entityId(), event.message()));
                for (Future<RecordMetadata> message : stored) {
                    message.get();
                }
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                Harvest harvest = Harvest.of(servers, TOPICS);
                return harvest.assessments().size() == 20
                        && harvest.rejects().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()
                                >= sent;
            });
            Harvest harvest = Harvest.of(servers, TOPICS);
            assertThat(harvest.rejects().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(sent);
            assertThat(harvest.rejects())
                    .containsKeys(
                            "undecodable",
                            "unknown-schema",
                            "wrong-record",
                            "empty-entity-id",
                            "key-mismatch",
                            "bad-type",
                            "impossible-date",
                            "future-recorded",
                            "future-occurred",
                            "too-large",
                            "text-too-long",
                            "missing-value",
                            "number-not-finite");
            // A bad event bears a stamp of the present: had the clock followed it, later months would have been closed.
            assertThat(harvest.classes().keySet()).allMatch(key -> key.contains(" 2024-0"));
            assertThat(running.job().failures()).isEmpty();
        }
    }

    private void sendRandomBytes(KafkaProducer<String, byte[]> producer) {
        Random random = new Random(11);
        byte[] whole = CityHistory.of(1, 0, 1).get(0).message();
        for (int i = 0; i < RANDOM; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            bad(producer, "E-" + i % 20, i % 2 == 0 ? bytes : Arrays.copyOf(whole, random.nextInt(whole.length)));
        }
    }

    private void sendBrokenContracts(KafkaProducer<String, byte[]> producer) {
        bad(producer, "E-1", null);
        bad(producer, "E-1", event(event -> event.setEntityId("")));
        bad(producer, "E-1", event(event -> event.setEntityId("E-2")));
        bad(producer, "E-1", event(event -> event.setType("Not A Type")));
        bad(producer, "E-1", event(event -> event.setOccurredAt(Instant.parse("0001-01-01T00:00:00Z"))));
        bad(producer, "E-1", event(event -> event.setDueAt(Instant.parse("9999-12-31T00:00:00Z"))));
        bad(producer, "E-1", event(event -> event.setRecordedAt(Instant.now().plus(Duration.ofDays(3)))));
        bad(producer, "E-1", event(event -> event.setOccurredAt(GOOD.plus(Duration.ofDays(40)))));
        bad(producer, "E-1", event(event -> event.setEventId("")));
        bad(producer, "E-1", event(event -> event.setNumbers(Map.of("n", Double.NaN))));
        bad(producer, "E-1", event(event -> event.setSubject("s".repeat(300))));
        bad(producer, "E-1", event(event -> event.setAttributes(Map.of("a", MEGABYTE))));
        bad(
                producer,
                "E-1",
                Wire.encode(dev.forewarn.avro.Alert.newBuilder(sampleAlert()).build()));
        byte[] unknown = event(event -> {});
        unknown[4] ^= 0x55;
        bad(producer, "E-1", unknown);
    }

    private static dev.forewarn.avro.Alert sampleAlert() {
        return dev.forewarn.avro.Alert.newBuilder()
                .setEntityId("E-1")
                .setAlertId("a")
                .setRevision(1)
                .setAt(GOOD)
                .setTransition(dev.forewarn.avro.Transition.RAISED)
                .setCause(dev.forewarn.avro.Cause.EVENT)
                .setSignal(dev.forewarn.avro.Signal.FIRING)
                .setRule("R")
                .setRuleNameZh("")
                .setRuleNameEn("")
                .setKind(dev.forewarn.avro.RuleKind.TRIGGER)
                .setFamily(dev.forewarn.avro.Family.LEAD)
                .setLevel(dev.forewarn.avro.Level.RED)
                .setPeakLevel(dev.forewarn.avro.Level.RED)
                .setOpenedAt(GOOD)
                .setClassified(false)
                .setLeadDays(1)
                .setEvidenceCount(0)
                .setCatalogueVersion("v")
                .setTextZh("")
                .setTextEn("")
                .build();
    }

    private static byte[] event(Consumer<Event.Builder> fault) {
        PreparedEvent good = CityHistory.of(2, 0, 1).stream()
                .filter(event -> event.entityId().equals("E-1"))
                .findFirst()
                .orElseThrow();
        Event.Builder event = Event.newBuilder(good.event());
        fault.accept(event);
        return Wire.encode(event.build());
    }

    private void bad(KafkaProducer<String, byte[]> producer, String key, byte @Nullable [] message) {
        send(producer, key, message);
        sent++;
    }

    private void send(KafkaProducer<String, byte[]> producer, String key, byte @Nullable [] message) {
        stored.add(producer.send(new ProducerRecord<>(TOPICS.events(), key, message)));
    }

    private static KafkaProducer<String, byte[]> producer(String servers) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4_000_000,
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
