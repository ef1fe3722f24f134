package dev.forewarn.console.ingest;

import dev.forewarn.avro.Refusal;
import dev.forewarn.console.ingest.Message.Poison;
import dev.forewarn.console.ingest.Store.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again, at the start, what an earlier release could not read: messages of a schema that it did not know. */
final class SecondReading {

    private static final Logger LOG = LoggerFactory.getLogger(SecondReading.class);
    private static final Set<String> REASONS = Set.of(reason(Refusal.UNKNOWN_SCHEMA));

    private final Store store;
    private final MessageReader reader;

    SecondReading(Store store, MessageReader reader) {
        this.store = store;
        this.reader = reader;
    }

    static String reason(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace("_", "-");
    }

    void run() {
        List<Message> readable = new ArrayList<>();
        for (Unread unread : store.unread(REASONS)) {
            reader.read(record(unread))
                    .filter(message -> !(message.content() instanceof Poison))
                    .ifPresent(readable::add);
        }
        if (!readable.isEmpty()) {
            store.writeAgain(readable);
            LOG.info("{} messages that an earlier release could not read have been read", readable.size());
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(Unread unread) {
        Message.Origin origin = unread.origin();
        // The broker's stamp was not kept; when it was first read is the nearest to it that is known.
        return new ConsumerRecord<>(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                origin.appendedAt().toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                ConsumerRecord.NULL_SIZE,
                unread.bytes().length,
                null,
                unread.bytes(),
                new RecordHeaders(),
                Optional.empty());
    }
}
