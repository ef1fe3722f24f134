package dev.forewarn.console.entity;

import dev.forewarn.console.alert.TestAlerts;
import dev.forewarn.console.catalogue.TestCatalogue;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Businesses of a database, put together by hand. */
public final class TestEntities {

    private TestEntities() {}

    public static Entities on(DataSource source) {
        return new Entities(JdbcClient.create(source), TestAlerts.papers(source), TestCatalogue.headings(source));
    }
}
