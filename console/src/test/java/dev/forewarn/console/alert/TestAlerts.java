package dev.forewarn.console.alert;

import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts of a database, put together by hand. */
public final class TestAlerts {

    private TestAlerts() {}

    public static Alerts on(DataSource source) {
        return new Alerts(JdbcClient.create(source), papers(source));
    }

    public static Papers papers(DataSource source) {
        return new Papers(JdbcClient.create(source), new Informants(Set.of("complainant")));
    }
}
