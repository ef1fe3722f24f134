package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Tick;
import dev.forewarn.avro.Transition;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.Forewarn;
import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.catalogue.CatalogueReader;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A source goes silent and is heard again, on a broker and a Flink of its own. */
class SourceITCase {

    private static final Topics TOPICS = new Topics(Here.NAME + ".");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SHOP = "E-1";
    private static final int PARTITIONS = 2;

    /** Penalties come from the court, every day; the register is not watched. */
    private static final String CATALOGUE = """
            sources:
              court: {name: {zh: 法院, en: the court}, rhythm: 1d, feeds: penalty.decided}
            measures:
              penalty: {on: penalty.decided}
              visit: {on: inspection.completed}
              silence: {on: source.silent, ends: [source.heard, source.unwatched]}
            scheme: general
            name: general
            classes: [{class: A, below: 250}, {class: B}]
            indicators:
              P: {name: penalties, read: count(penalty), window: 1y, points: {each: 100, cap: 5}}
              V: {name: visits, read: count(visit), window: 1y, points: {each: 1, cap: 100}}
            rules:
              DATA1: {kind: condition, name: {zh: 静默, en: silent}, when: active('silence'), level: yellow, route: data}
            """;

    @TempDir
    private Path folder;

    private String servers = "";
    private int visits;

    @Test
    void silenceRaisesOneAlertMarksAssessmentsAndEndsWhenTheSourceIsHeard() {
        try (Running running = Running.start(start())) {
            servers = running.installation().bootstrapServers();
            send("penalty.decided", "court", "2024-03-04T09:00");
            tick("2024-03-05T23:59");
            send("inspection.completed", "register", "2024-03-05T23:59");
            await().atMost(PATIENCE).until(() -> assessments().size() >= 2);
            assertThat(alerts(TOPICS.alerts())).isEmpty();

            tick("2024-03-07T08:00");
            await().atMost(PATIENCE).until(() -> alerts(TOPICS.alertsOf("data")).size() == 1);
            Alert raised = alerts(TOPICS.alertsOf("data")).get(0);
            assertThat(raised.getEntityId()).isEqualTo("source:court");
            assertThat(raised.getTransition()).isEqualTo(Transition.RAISED);
            assertThat(raised.getOpenedAt()).isEqualTo(instant("2024-03-06T00:00"));
            assertThat(raised.getStandings()).isEmpty();
            assertThat(raised.getTextEn())
                    .startsWith("YELLOW: source:court: silent raised; on source.silent 2024-03-06; catalogue ");

            // Until the subtask has heard of it, assessments are not marked.
            await().atMost(PATIENCE).until(() -> {
                send("inspection.completed", "register", "2024-03-07T09:00");
                return assessments().stream()
                        .anyMatch(assessment -> !assessment.getSources().isEmpty());
            });
            assertThat(run("assess", SHOP)).contains("the court (court) since 2024-03-06, last heard 2024-03-04");
            assertThat(run("assess", SHOP, "--lang", "zh")).contains("法院（court）自 2024-03-06 起静默，最近一次收到 2024-03-04");
            assertThat(run("assess", SHOP, "--json")).contains("\"silent_since\"");
            assertThat(run("assess", SHOP, "--at", "2024-03-07")).doesNotContain("since 2024-03-06");
            assertThat(run("assess", "source:court")).contains("source:court");

            send("penalty.decided", "court", "2024-03-08T09:00");
            tick("2024-03-08T09:01");
            await().atMost(PATIENCE).until(() -> alerts(TOPICS.alerts()).size() == 2);
            assertThat(alerts(TOPICS.alerts()).get(1).getTransition()).isEqualTo(Transition.CLEARED);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(run("assess", SHOP)).doesNotContain("the court (court)"));
            assertThat(assessments()).extracting(Assessment::getEntityId).containsOnly(SHOP);
            assertThat(run("catalogue", "show")).doesNotContain("(unreadable)");
            assertThat(run("tally")).containsPattern(" 1 +businesses").contains("source.silent", "source.heard");
        }
    }

    private Running.Start start() {
        CatalogueReader.Result result = CatalogueReader.read(Map.of("a.yaml", CATALOGUE));
        if (!(result instanceof CatalogueReader.Read read)) {
            throw new AssertionError(((CatalogueReader.Faulty) result).faults());
        }
        return new Running.Start(
                new Installation(folder, Here.NAME, ClockMode.EVENTS, PARTITIONS, Optional.empty(), ""),
                Optional.empty(),
                List.of("data"),
                read.bundle().text(),
                2,
                DeliveryGuarantee.AT_LEAST_ONCE,
                0,
                Duration.ofSeconds(1));
    }

    private void send(String type, String source, String local) {
        visits++;
        Event event = Event.newBuilder()
                .setEntityId(SHOP)
                .setRecordedAt(instant(local))
                .setType(type)
                .setEventId("e-" + visits)
                .setOccurredAt(instant(local))
                .setSource(source)
                .build();
        send(List.of(new ProducerRecord<>(TOPICS.events(), SHOP, Wire.encode(event))));
    }

    private void tick(String local) {
        byte[] tick = Wire.encode(Tick.newBuilder().setAt(instant(local)).build());
        List<ProducerRecord<String, byte[]>> ticks = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            ticks.add(new ProducerRecord<>(TOPICS.events(), partition, null, tick));
        }
        send(ticks);
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> record : records) {
                var unused = producer.send(record);
            }
        }
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private List<Alert> alerts(String topic) {
        List<Alert> alerts = new ArrayList<>();
        try (TopicReader reader = new TopicReader(servers, topic)) {
            reader.readAll(message -> alerts.add(Harvest.decoded(message.value(), Alert.class)));
        }
        return alerts;
    }

    private List<Assessment> assessments() {
        List<Assessment> assessments = new ArrayList<>();
        try (TopicReader reader = new TopicReader(servers, TOPICS.assessments())) {
            reader.readAll(message -> assessments.add(Harvest.decoded(message.value(), Assessment.class)));
        }
        return assessments;
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = Forewarn.commandLine();
        line.setOut(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--name", Here.NAME, "--data", folder.toString()));
        assertThat(line.execute(all.toArray(String[]::new))).isZero();
        return out.toString();
    }
}
