package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.config.Topics;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a consumer of the output topics would hold: alerts by id and revision, month-end classes by entity and month,
 * the newest assessment of each entity. A message that comes again must be the same to the byte.
 */
record Harvest(
        Map<String, String> alerts,
        Map<String, String> classes,
        Map<String, String> assessments,
        Map<String, Integer> rejects,
        AtomicInteger repeated) {

    static Harvest of(String bootstrapServers, Topics topics) {
        Harvest harvest =
                new Harvest(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new AtomicInteger());
        read(bootstrapServers, topics.alerts(), (key, value) -> {
            Alert alert = decoded(value, Alert.class);
            harvest.once(harvest.alerts, alert.getAlertId() + " r" + alert.getRevision(), value);
        });
        read(bootstrapServers, topics.classes(), (key, value) -> {
            MonthlyClass closed = decoded(value, MonthlyClass.class);
            harvest.once(harvest.classes, closed.getEntityId() + " " + closed.getMonth(), value);
        });
        read(bootstrapServers, topics.assessments(), (key, value) -> harvest.assessments.put(key, digest(value)));
        read(
                bootstrapServers,
                topics.rejects(),
                (key, value) ->
                        harvest.rejects.merge(decoded(value, Reject.class).getReason(), 1, Integer::sum));
        return harvest;
    }

    private void once(Map<String, String> held, String identity, byte[] value) {
        String before = held.put(identity, digest(value));
        repeated.addAndGet(before == null ? 0 : 1);
        assertThat(before == null || before.equals(digest(value)))
                .as("a repeated message is the same: %s", identity)
                .isTrue();
    }

    private static void read(String bootstrapServers, String topic, Reading reading) {
        try (TopicReader reader = new TopicReader(bootstrapServers, topic)) {
            reader.readAll(message -> reading.take(message.key(), message.value()));
        }
    }

    static <T extends SpecificRecord> T decoded(byte[] value, Class<T> type) {
        Decoded<T> decoded = Wire.decode(value, type);
        assertThat(decoded).isInstanceOf(Decoded.Value.class);
        Function<Decoded<T>, T> unwrap = found -> ((Decoded.Value<T>) found).value();
        return unwrap.apply(decoded);
    }

    /** Stands for the bytes, so that a difference is told in one line. */
    private static String digest(byte[] value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Takes one message. */
    private interface Reading {
        void take(String key, byte[] value);
    }
}
