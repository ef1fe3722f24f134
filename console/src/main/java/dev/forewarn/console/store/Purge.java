package dev.forewarn.console.store;

import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.config.ConsoleSettings.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets every day what is older than its retention. Open alerts are never forgotten. */
@Component
final class Purge {

    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);
    private static final String FORGOTTEN = "(SELECT alert_id FROM alert WHERE NOT is_open AND stored_at < ?)";

    private final JdbcTemplate jdbc;
    private final Retention retention;
    private final Clock clock;

    Purge(JdbcTemplate jdbc, ConsoleSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.retention = settings.retention();
        this.clock = clock;
    }

    @Scheduled(initialDelay = 3_600_000, fixedDelay = 86_400_000)
    void run() {
        OffsetDateTime closed = before(retention.alerts());
        int rows = jdbc.update("DELETE FROM alert_transition WHERE alert_id IN " + FORGOTTEN, closed)
                + jdbc.update("DELETE FROM alert_domain WHERE alert_id IN " + FORGOTTEN, closed)
                + jdbc.update("DELETE FROM disposal WHERE alert_id IN " + FORGOTTEN, closed)
                + jdbc.update("DELETE FROM escalation WHERE alert_id IN " + FORGOTTEN, closed)
                + jdbc.update("DELETE FROM alert WHERE NOT is_open AND stored_at < ?", closed)
                + purge("shadow_alert", retention.alerts())
                + purge("fact", retention.facts())
                + purge("standing_day", retention.facts())
                + purge("monthly_class", retention.facts())
                + purge("intake", "recorded_at", retention.facts())
                + purge("visit", "changed_at", retention.facts())
                + purge("reject", retention.rejects())
                + purge("poisoned", retention.rejects())
                + purge("feed_change", retention.changes());
        LOG.info("forgot {} rows that are older than their retention", rows);
    }

    private int purge(String table, Duration keep) {
        return purge(table, "stored_at", keep);
    }

    private int purge(String table, String column, Duration keep) {
        return jdbc.update("DELETE FROM " + table + " WHERE " + column + " < ?", before(keep));
    }

    private OffsetDateTime before(Duration keep) {
        return clock.instant().minus(keep).atOffset(ZoneOffset.UTC);
    }
}
