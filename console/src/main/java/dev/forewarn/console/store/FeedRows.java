package dev.forewarn.console.store;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Disposal;
import dev.forewarn.console.message.Levels;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes, in the same transaction, what open pages are to be told. */
@Component
final class FeedRows {

    private static final String INSERT =
            "INSERT INTO feed_change (kind, alert_id, revision, transition, level_rank, entity_id, domains, division, grid,"
                    + " stored_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    FeedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** These alerts have a new revision. */
    void alerts(List<Alert> changed, Instant now) {
        jdbc.batchUpdate(
                INSERT,
                changed.stream()
                        .map(alert -> new Object[] {
                            "alert",
                            alert.getAlertId(),
                            alert.getRevision(),
                            alert.getTransition().name(),
                            Levels.rank(alert.getLevel()),
                            alert.getEntityId(),
                            Texts.joined(alert.getDomains()),
                            alert.getDivision(),
                            alert.getGrid(),
                            now.atOffset(ZoneOffset.UTC)
                        })
                        .toList());
    }

    /** The engine has refused this step; whose alert it is says who is told. */
    void refused(Disposal step, Instant now) {
        jdbc.update(
                "INSERT INTO feed_change (kind, alert_id, revision, transition, level_rank, entity_id, domains, division,"
                        + " grid, stored_at) SELECT 'refused', alert_id, revision, transition, level_rank, entity_id, domains,"
                        + " division, grid, CAST(? AS TIMESTAMP WITH TIME ZONE) FROM alert WHERE alert_id = ?",
                now.atOffset(ZoneOffset.UTC),
                step.getAlertId());
    }
}
