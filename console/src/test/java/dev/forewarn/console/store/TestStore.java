package dev.forewarn.console.store;

import dev.forewarn.console.Samples;
import dev.forewarn.console.ingest.Batch;
import dev.forewarn.console.ingest.Message;
import dev.forewarn.console.ingest.Message.Origin;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store on a database, put together by hand. */
public final class TestStore {

    /** What stands for the bytes of every message. */
    static final byte[] BYTES = {7, 7};

    private TestStore() {}

    /** Writes messages as if they stood one behind the other on a topic. */
    public static void write(DataSource source, Object... contents) {
        TopicPartition partition = new TopicPartition("t.any.v1", 0);
        DatabaseStore store = on(source);
        long offset = store.places(Map.of(partition, "id")).getOrDefault(partition, 0L);
        store.write(batch(partition, offset, contents));
    }

    static Batch batch(TopicPartition partition, long offset, Object... contents) {
        List<Message> messages = new ArrayList<>();
        for (Object content : contents) {
            Origin origin = new Origin(partition.topic(), partition.partition(), offset + messages.size(), Samples.AT);
            messages.add(new Message(origin, content, BYTES));
        }
        return new Batch(messages, Map.of(partition, offset + contents.length));
    }

    static DatabaseStore on(DataSource source) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        FeedRows feed = new FeedRows(jdbc);
        return new DatabaseStore(
                new TransactionTemplate(new JdbcTransactionManager(source)),
                new Places(jdbc),
                new Poisoned(jdbc),
                List.of(
                        new AlertRows(jdbc, feed),
                        new LogRows(jdbc, feed),
                        new StandingRows(jdbc),
                        new RunRows(jdbc),
                        new ShadowRows(jdbc)),
                event -> {},
                Clock.fixed(Samples.AT, ZoneOffset.UTC));
    }
}
