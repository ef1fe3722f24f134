package dev.forewarn.cli.history;

import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.engine.wire.LogReading;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * The log of an installation, read from its start to its present end with the contract that the job keeps to: what the
 * job rejects is left out. A partition at a time is held in memory, since all events of a business lie in one.
 */
public final class EventLog {

    private final String bootstrapServers;
    private final String topic;
    private long newestMs = Long.MIN_VALUE;
    private boolean isRead;

    public EventLog(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /** The events of one business. */
    public EntityLog of(String entityId) {
        try (TopicReader reader = new TopicReader(bootstrapServers, topic)) {
            int partition =
                    BuiltInPartitioner.partitionForKey(entityId.getBytes(StandardCharsets.UTF_8), reader.partitions());
            return read(reader, partition, entityId::equals).getOrDefault(entityId, new EntityLog(entityId));
        }
    }

    /** Shows every business with its events, in the order of their ids within a partition; sources are none. */
    public void forEach(Consumer<EntityLog> taker) {
        try (TopicReader reader = new TopicReader(bootstrapServers, topic)) {
            for (int partition = 0; partition < reader.partitions(); partition++) {
                read(reader, partition, entityId -> !Source.isEntity(entityId))
                        .values()
                        .forEach(taker);
            }
        }
    }

    /**
     * The instant that the log has come to, in ms since 1970: that of its newest event or tick.
     *
     * @throws HistoryException if there was none
     */
    public long newestMs() {
        if (!isRead) {
            readThrough();
        }
        if (newestMs == Long.MIN_VALUE) {
            throw new HistoryException(
                    "there is no event in " + topic + " yet; publish some, as with 'forewarn replay'");
        }
        return newestMs;
    }

    private void readThrough() {
        try (TopicReader reader = new TopicReader(bootstrapServers, topic)) {
            for (int partition = 0; partition < reader.partitions(); partition++) {
                read(reader, partition, entityId -> false);
            }
        }
        isRead = true;
    }

    private Map<String, EntityLog> read(TopicReader reader, int partition, Predicate<String> isWanted) {
        Map<String, EntityLog> entities = new TreeMap<>();
        reader.readPartition(partition, message -> {
            LogRecord record = LogReading.read(provenance(message), message.value());
            if (record.kind() == LogRecord.Kind.REJECT) {
                return;
            }
            newestMs = Math.max(newestMs, record.recordedAtMs());
            if (record.kind() == LogRecord.Kind.TICK || !isWanted.test(record.entityId())) {
                return;
            }
            entities.computeIfAbsent(record.entityId(), EntityLog::new).add(record);
        });
        return entities;
    }

    private Provenance provenance(ConsumerRecord<@Nullable String, byte[]> message) {
        String key = message.key();
        return new Provenance(
                topic,
                message.partition(),
                message.offset(),
                message.timestamp(),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8));
    }
}
