package dev.forewarn.console;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Empty databases of both kinds that the console knows, with its tables. */
public enum TestDatabase {
    H2 {
        @Override
        String url() {
            return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
        }
    },
    POSTGRESQL {
        @Override
        String url() {
            EmbeddedPostgres server = server();
            String name = "console" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                boolean ignored = statement.execute("CREATE DATABASE " + name);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return server.getJdbcUrl("postgres", name);
        }
    };

    private static final AtomicReference<@Nullable EmbeddedPostgres> SERVER = new AtomicReference<>();

    abstract String url();

    /** A new, empty database with the console's tables. */
    public HikariDataSource make() {
        HikariDataSource source = empty();
        migrate(source);
        return source;
    }

    /** A new database without any table. */
    HikariDataSource empty() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(this == H2 ? "sa" : "postgres");
        config.setPassword("");
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static void migrate(DataSource source) {
        var result = Flyway.configure().dataSource(source).load().migrate();
        if (!result.success) {
            throw new IllegalStateException("the tables could not be made");
        }
    }

    /** One server for all tests of this process; a test is skipped where none can be started. */
    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres server = SERVER.get();
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder().start();
                SERVER.set(server);
            } catch (IOException | IllegalStateException e) {
                Assumptions.abort("no PostgreSQL can be started here: " + e);
            }
        }
        return java.util.Objects.requireNonNull(server);
    }
}
