package dev.forewarn.console;

import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.config.ConsoleSettings.ClockMode;
import dev.forewarn.console.config.ConsoleSettings.Retention;
import dev.forewarn.console.query.Today;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reports are asked with, put together by hand. */
public final class TestReports {

    private TestReports() {}

    /** A clock that stands. */
    public static Today today(DataSource source, Instant now) {
        Duration day = Duration.ofDays(1);
        return new Today(
                JdbcClient.create(source),
                Clock.fixed(now, ZoneOffset.UTC),
                new ConsoleSettings(
                        "localhost:1",
                        "t.",
                        Path.of("."),
                        ZoneId.of("Asia/Shanghai"),
                        ClockMode.WALL,
                        1,
                        "",
                        new Retention(day, day, day, day)));
    }

    public static Viewer viewer(Scope scope, Role... roles) {
        return new Viewer("v", "v", "u", Set.of(roles), scope);
    }
}
