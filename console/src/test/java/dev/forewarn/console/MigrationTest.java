package dev.forewarn.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that an earlier console has made is brought up to date, wherever it stopped. */
class MigrationTest {

    /**
     * Every version in the order in which it came to be: a new one goes to the end and is the highest. One that is put
     * in between is never applied to a database that is beyond it, and the console does not start on that.
     */
    private static final List<String> VERSIONS = List.of("1", "10", "20", "21", "22", "23", "24", "25");

    @ParameterizedTest
    @EnumSource
    void everyEarlierDatabaseIsBroughtUpToDate(TestDatabase database) {
        for (String version : VERSIONS) {
            try (HikariDataSource source = database.empty()) {
                migrate(source, MigrationVersion.fromVersion(version));
                migrate(source, MigrationVersion.LATEST);
                List<String> applied = Arrays.stream(Flyway.configure()
                                .dataSource(source)
                                .load()
                                .info()
                                .applied())
                        .map(MigrationInfo::getVersion)
                        .map(MigrationVersion::getVersion)
                        .toList();
                assertThat(applied).as("from %s", version).isEqualTo(VERSIONS);
            }
        }
    }

    private static void migrate(HikariDataSource source, MigrationVersion target) {
        assertThat(Flyway.configure().dataSource(source).target(target).load().migrate().success)
                .isTrue();
    }
}
