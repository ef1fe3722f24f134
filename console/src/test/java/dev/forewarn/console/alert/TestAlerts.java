package dev.forewarn.console.alert;

import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts of a database, put together by hand. */
public final class TestAlerts {

    private TestAlerts() {}

    public static Alerts on(DataSource source) {
        JdbcClient jdbc = JdbcClient.create(source);
        return new Alerts(jdbc, new Papers(jdbc, new Informants(Set.of("complainant"))));
    }

    public static Papers papers(DataSource source) {
        return new Papers(JdbcClient.create(source));
    }
}
