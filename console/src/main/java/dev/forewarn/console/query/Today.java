package dev.forewarn.console.query;

import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.config.ConsoleSettings.ClockMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the installation's time has come to, and the bureau's days: the wall clock, or the end of what was replayed.
 */
@Component
public class Today {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ClockMode mode;
    private final ZoneId zone;

    public Today(JdbcClient jdbc, Clock clock, ConsoleSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mode = settings.clock();
        this.zone = settings.zone();
    }

    /** Up to where time has come. */
    public Instant now() {
        return mode == ClockMode.WALL
                ? clock.instant()
                : jdbc.sql("SELECT MAX(assessed_at) FROM assessment")
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(OffsetDateTime::toInstant)
                        .orElseGet(clock::instant);
    }

    public LocalDate day() {
        return LocalDate.ofInstant(now(), zone);
    }

    /** The zone whose days count. */
    public ZoneId zone() {
        return zone;
    }

    /** The midnight with which a day begins, as a value of a query. */
    public OffsetDateTime begin(LocalDate day) {
        return Columns.value(day.atStartOfDay(zone).toInstant());
    }
}
