package dev.forewarn.console.board;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Boards of a database, put together by hand, with a clock that stands. */
public final class TestBoards {

    private TestBoards() {}

    public static Boards on(DataSource source, Instant now) {
        return new Boards(JdbcClient.create(source), Clock.fixed(now, ZoneOffset.UTC));
    }
}
