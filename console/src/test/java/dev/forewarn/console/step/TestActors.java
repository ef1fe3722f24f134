package dev.forewarn.console.step;

import dev.forewarn.console.TestSettings;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hashes of persons, under a salt for tests. */
public final class TestActors {

    private TestActors() {}

    public static Actors on(DataSource source) {
        return new Actors(JdbcClient.create(source), TestSettings.of("salt"));
    }
}
