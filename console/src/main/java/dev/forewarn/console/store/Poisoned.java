package dev.forewarn.console.store;

import dev.forewarn.console.ingest.Message;
import dev.forewarn.console.ingest.Message.Origin;
import dev.forewarn.console.ingest.Store.Unread;
import dev.forewarn.console.query.Columns;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The messages that could not be read, as far as a later release may read them. */
@Component
final class Poisoned {

    /** As many as are tried again with one start. */
    private static final int MOST = 10_000;

    private final JdbcTemplate jdbc;

    Poisoned(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were kept whole. */
    List<Unread> unread(Set<String> reasons) {
        return new NamedParameterJdbcTemplate(jdbc)
                .query(
                        "SELECT * FROM poisoned WHERE reason IN (:reasons) AND OCTET_LENGTH(content) = content_length"
                                + " ORDER BY stored_at, topic, partition_no, record_offset LIMIT " + MOST,
                        java.util.Map.of("reasons", reasons),
                        (row, number) -> new Unread(
                                new Origin(
                                        Columns.text(row, "topic"),
                                        row.getInt("partition_no"),
                                        row.getLong("record_offset"),
                                        Columns.instant(row, "stored_at")),
                                row.getBytes("content")));
    }

    void forget(List<Message> messages) {
        jdbc.batchUpdate(
                "DELETE FROM poisoned WHERE topic = ? AND partition_no = ? AND record_offset = ?",
                messages.stream()
                        .map(Message::origin)
                        .map(origin -> new Object[] {origin.topic(), origin.partition(), origin.offset()})
                        .toList());
    }
}
