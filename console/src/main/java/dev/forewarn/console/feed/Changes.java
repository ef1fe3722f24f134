package dev.forewarn.console.feed;

import dev.forewarn.console.query.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database for what has changed. */
@Component
class Changes {

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest number; 0 if there is none. */
    long newest() {
        return jdbc.sql("SELECT COALESCE(MAX(seq), 0) FROM feed_change")
                .query(Long.class)
                .single();
    }

    /** The oldest number that is still kept; 0 if there is none. */
    long oldest() {
        return jdbc.sql("SELECT COALESCE(MIN(seq), 0) FROM feed_change")
                .query(Long.class)
                .single();
    }

    /** What came after a number, in order, at most so many. */
    List<Change> after(long seq, int most) {
        return jdbc.sql("SELECT * FROM feed_change WHERE seq > :seq ORDER BY seq LIMIT :most")
                .param("seq", seq)
                .param("most", most)
                .query((row, number) -> new Change(
                        row.getLong("seq"),
                        Columns.text(row, "kind"),
                        Columns.text(row, "alert_id"),
                        row.getInt("revision"),
                        Columns.text(row, "transition"),
                        Columns.level(row, "level_rank"),
                        Columns.text(row, "entity_id"),
                        Columns.words(row, "domains"),
                        row.getString("division"),
                        row.getString("grid")))
                .list();
    }
}
