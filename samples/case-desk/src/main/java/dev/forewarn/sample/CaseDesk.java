package dev.forewarn.sample;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads alerts, keeps them, answers them. */
@Command(
        name = "case-desk",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps the highest revision of every alert of cases.v1 in an H2 database, together with how far it has read, and "
                    + "answers with steps on disposals.v1. A line for each message and step. Ctrl-C or kill -9 stops it; "
                    + "with the same database it goes on where it was, and nothing is done twice.",
            "",
            "Try './forewarn demo', and in a second terminal, with the address that it tells, "
                    + "'case-desk --kafka HOST:PORT --prefix demo. --answer close'. More: docs/INTEGRATE.md."
        })
public final class CaseDesk implements Callable<Integer> {

    /** Steps in their usual order. */
    enum Step {
        NONE,
        ACCEPT,
        DISPATCH,
        FEEDBACK,
        REVIEW,
        CLOSE
    }

    private static final String OFFICER = "5eed0ff1ce";
    private static final String UNIT = "case desk";

    @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "A broker of the installation.")
    String kafka = "";

    @Option(names = "--prefix", description = "What the names of all topics begin with (default: ${DEFAULT-VALUE}).")
    String prefix = "forewarn.";

    @Option(names = "--database", description = "File; one desk at a time may use it (default: ${DEFAULT-VALUE}).")
    String database = "./case-desk-data/cases";

    @Option(names = "--answer", description = "Last step that it takes: none, accept, ..., close (default: none).")
    Step last = Step.NONE;

    @Option(names = "--outcome", description = "What feedback says was found (default: ${DEFAULT-VALUE}).")
    String outcome = "nothing-found";

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new CaseDesk()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws Exception {
        Map<String, Object> writing = Map.of("bootstrap.servers", kafka, "acks", "all");
        try (CaseBook book = CaseBook.open("jdbc:h2:file:" + database);
                KafkaConsumer<String, byte[]> in = reader(book);
                var out = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer())) {
            while (!Thread.interrupted()) {
                ConsumerRecords<String, byte[]> records = in.poll(Duration.ofMillis(500));
                for (ConsumerRecord<String, byte[]> record : records) {
                    String partition = record.topic() + "-" + record.partition();
                    System.out.println(partition + "@" + record.offset() + " " + take(book, record.value()));
                    book.moveTo(partition, record.offset() + 1);
                }
                book.commit();
                if (records.isEmpty()) { // Else what has been read may be overtaken by what has not.
                    answer(book, out);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    /** A member of the group; where it reads from is what the book says, not Kafka. */
    private KafkaConsumer<String, byte[]> reader(CaseBook book) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka,
                "group.id", "case-desk",
                "enable.auto.commit", false,
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed");
        var in = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        in.subscribe(List.of(prefix + "cases.v1", prefix + "rejects.v1"), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                partitions.forEach(partition -> in.seek(partition, book.place(partition.toString())));
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
        });
        return in;
    }

    private String take(CaseBook book, byte[] message) throws SQLException {
        if (Wire.decode(message, Alert.class) instanceof Decoded.Value<Alert> decoded) {
            Alert alert = decoded.value();
            boolean isNews = book.keep(alert, message);
            String now = "%s %s %s".formatted(alert.getLevel(), alert.getTransition(), alert.getHandling());
            return "%.8s r%d %s %s %s%s"
                    .formatted(
                            alert.getAlertId(),
                            alert.getRevision(),
                            now,
                            alert.getRule(),
                            alert.getEntityId(),
                            isNews ? "" : " (known)");
        }
        if (Wire.decode(message, Reject.class) instanceof Decoded.Value<Reject> decoded) {
            Reject reject = decoded.value();
            // A reject holds the input, so that its sender knows it again.
            boolean isOurs =
                    Wire.decode(reject.getInput().array(), Disposal.class) instanceof Decoded.Value<Disposal> step
                            && step.value().getActorIdHash().equals(OFFICER);
            return isOurs ? "REFUSED " + reject.getReason() + ": " + reject.getDetail() : "not ours";
        }
        throw new IllegalStateException("neither alert nor reject, or of a newer release: build this desk anew");
    }

    private void answer(CaseBook book, KafkaProducer<String, byte[]> out) throws Exception {
        for (byte[] message : book.unanswered()) {
            if (Wire.decode(message, Alert.class) instanceof Decoded.Value<Alert> decoded) {
                Alert alert = decoded.value();
                Disposal step = step(alert);
                if (step != null) {
                    byte[] value = Wire.encode(step);
                    out.send(new ProducerRecord<>(prefix + "disposals.v1", step.getEntityId(), value))
                            .get();
                    book.answered(alert);
                    book.commit();
                    System.out.printf(
                            "  -> %s %.8s as of r%d%n", step.getStep(), alert.getAlertId(), alert.getRevision());
                }
            }
        }
    }

    /** The next step about an alert; null if there is none, or if others are to take it. */
    private @Nullable Disposal step(Alert alert) {
        Step step = switch (alert.getHandling()) {
            case NEW, RETURNED -> Step.ACCEPT;
            case ACCEPTED -> Step.DISPATCH;
            case DISPATCHED, IN_PROGRESS -> Step.FEEDBACK;
            case FED_BACK -> Step.REVIEW;
            case REVIEWED -> Step.CLOSE;
            case CLOSED, CONTESTED, UNKNOWN -> Step.NONE;
        };
        String name = step.name().toLowerCase(Locale.ROOT);
        if (step.compareTo(last) > 0 || !alert.getPossibleSteps().contains(name)) {
            return null;
        }
        // The instant is that of the revision, so that a step that goes out twice, after a crash, is the same twice.
        return Disposal.newBuilder()
                .setEntityId(alert.getEntityId())
                .setRecordedAt(alert.getAt())
                .setAlertId(alert.getAlertId())
                .setAlertRevision(alert.getRevision())
                .setStep(name)
                .setActorIdHash(OFFICER)
                .setActorUnit(UNIT)
                .setActorRole("officer")
                .setToUnit(step == Step.DISPATCH ? UNIT : null)
                .setOutcome(step == Step.FEEDBACK ? outcome : null)
                .setAt(alert.getAt())
                .build();
    }
}
