package dev.forewarn.sample;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Keeps the highest revision of each alert of cases.v1, with how far it has read; answers on disposals.v1. */
@CommandLine.Command(name = "case-desk", description = "Keeps alerts and answers them: see docs/INTEGRATE.md.")
public final class CaseDesk implements Callable<Integer> {

    private static final List<String> STEPS = List.of("accept", "dispatch", "feedback", "review", "close");
    private static final String DESK = "case-desk";

    @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "A broker of the installation.")
    String kafka = "";

    @Option(names = "--prefix", description = "What the names of all topics begin with (default: ${DEFAULT-VALUE}).")
    String prefix = "forewarn.";

    @Option(names = "--database", description = "H2 file of this desk alone (default: ${DEFAULT-VALUE}).")
    String database = "./case-desk-data/cases";

    @Option(names = "--answer", description = "Last step it takes: accept, dispatch, ..., close (default: no step).")
    String last = "none";

    @Option(names = "--outcome", description = "What feedback says was found (default: ${DEFAULT-VALUE}).")
    String outcome = "nothing-found";

    public static void main(String[] args) {
        System.exit(new CommandLine(new CaseDesk()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Map<String, Object> reading = Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed");
        Map<String, Object> writing = Map.of("bootstrap.servers", kafka, "acks", "all");
        try (CaseBook book = CaseBook.open("jdbc:h2:file:" + database);
                var in = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var out = new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer())) {
            start(book, in);
            while (!Thread.interrupted()) {
                ConsumerRecords<byte[], byte[]> records = in.poll(Duration.ofMillis(500));
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    String partition = record.topic() + "-" + record.partition();
                    System.out.println(partition + "@" + record.offset() + " " + take(book, record.value()));
                    book.moveTo(partition, record.offset() + 1);
                }
                book.database().commit();
                // Only when all is read: what has been may be overtaken by what has not.
                for (byte[] message : records.isEmpty() ? book.unanswered() : List.<byte[]>of()) {
                    answer(book, ((Decoded.Value<Alert>) Wire.decode(message, Alert.class)).value(), out);
                }
            }
        }
        return 0;
    }

    /** Where it reads from is what the book says, not Kafka. */
    private void start(CaseBook book, KafkaConsumer<byte[], byte[]> in) throws SQLException {
        List<TopicPartition> partitions = Stream.of("cases.v1", "rejects.v1")
                .flatMap(topic -> in.partitionsFor(prefix + topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        in.assign(partitions);
        for (TopicPartition partition : partitions) {
            in.seek(partition, book.place(partition.toString()));
        }
    }

    private static String take(CaseBook book, byte[] message) throws SQLException {
        if (Wire.decode(message, Alert.class) instanceof Decoded.Value<Alert> decoded) {
            Alert a = decoded.value();
            String what = a.getLevel() + " " + a.getTransition() + " " + a.getHandling() + " " + a.getRule();
            String known = book.keep(a, message) ? "" : " (known)";
            return "%.8s r%d %s %s".formatted(a.getAlertId(), a.getRevision(), what, a.getEntityId()) + known;
        }
        if (Wire.decode(message, Reject.class) instanceof Decoded.Value<Reject> decoded) {
            Reject refusal = decoded.value();
            return "REFUSED " + refusal.getReason() + ": " + refusal.getDetail();
        }
        throw new IllegalStateException("neither alert nor reject, or of a newer release: build this desk anew");
    }

    /** Sends the next step about an alert, unless there is none, or others are to take it. */
    private void answer(CaseBook book, Alert alert, KafkaProducer<byte[], byte[]> out) throws Exception {
        int next = switch (alert.getHandling()) {
            case NEW, RETURNED -> 0;
            case ACCEPTED -> 1;
            case DISPATCHED, IN_PROGRESS -> 2;
            case FED_BACK -> 3;
            case REVIEWED -> 4;
            case CLOSED, CONTESTED, UNKNOWN -> STEPS.size();
        };
        if (next > STEPS.indexOf(last) || !alert.getPossibleSteps().contains(STEPS.get(next))) {
            return;
        }
        String step = STEPS.get(next);
        // The instant is that of the revision, so that a step that goes out twice, after a crash, is the same twice.
        Disposal.Builder disposal = Disposal.newBuilder()
                .setEntityId(alert.getEntityId())
                .setRecordedAt(alert.getAt())
                .setAlertId(alert.getAlertId())
                .setAlertRevision(alert.getRevision())
                .setStep(step)
                .setActorIdHash("5eed0ff1ce")
                .setActorUnit(DESK)
                .setActorRole("officer")
                .setToUnit(step.equals("dispatch") ? DESK : null)
                .setOutcome(step.equals("feedback") ? outcome : null)
                .setAt(alert.getAt());
        out.send(new ProducerRecord<>(prefix + "disposals.v1", Wire.encode(disposal.build())))
                .get();
        book.answered(alert);
        book.database().commit();
        System.out.printf("  -> %s %.8s as of r%d%n", step, alert.getAlertId(), alert.getRevision());
    }
}
