package dev.forewarn.console.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far each partition has been read. All methods belong into a transaction. */
@Component
final class Places {

    private final JdbcTemplate jdbc;

    Places(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A place with the topic that it was taken in. */
    record Place(String topicId, long nextOffset) {}

    /** Waits until no other console writes to this database. */
    void lock() {
        jdbc.queryForList("SELECT id FROM ingest_lock FOR UPDATE");
    }

    Map<TopicPartition, Place> all() {
        Map<TopicPartition, Place> places = new HashMap<>();
        jdbc.query("SELECT topic, partition_no, topic_id, next_offset FROM place", row -> {
            places.put(
                    new TopicPartition(row.getString(1), row.getInt(2)), new Place(row.getString(3), row.getLong(4)));
        });
        return places;
    }

    /** Begins a partition that is read for the first time, or whose topic was made anew. */
    void begin(TopicPartition partition, String topicId, Instant now) {
        jdbc.update("DELETE FROM place WHERE topic = ? AND partition_no = ?", partition.topic(), partition.partition());
        jdbc.update(
                "INSERT INTO place (topic, partition_no, topic_id, next_offset, moved_at) VALUES (?, ?, ?, 0, ?)",
                partition.topic(),
                partition.partition(),
                topicId,
                now.atOffset(ZoneOffset.UTC));
    }

    void moveTo(Map<TopicPartition, Long> ends, Instant now) {
        List<Object[]> rows = ends.entrySet().stream()
                .map(end -> new Object[] {
                    end.getValue(),
                    now.atOffset(ZoneOffset.UTC),
                    end.getKey().topic(),
                    end.getKey().partition()
                })
                .toList();
        jdbc.batchUpdate("UPDATE place SET next_offset = ?, moved_at = ? WHERE topic = ? AND partition_no = ?", rows);
    }
}
