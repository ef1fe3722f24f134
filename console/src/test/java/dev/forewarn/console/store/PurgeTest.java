package dev.forewarn.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Signal;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.config.ConsoleSettings.ClockMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class PurgeTest {

    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsClosedAndOldIsForgottenAndWhatIsOpenStays(TestDatabase database) {
        try (HikariDataSource source = database.make()) {
            JdbcTemplate jdbc = new JdbcTemplate(source);
            TestStore.write(
                    source,
                    Samples.alert("open", 1).build(),
                    Samples.alert("closed", 1).build(),
                    Samples.alert("closed", 2)
                            .setHandling(Handling.CLOSED)
                            .setSignal(Signal.CLEARED)
                            .build(),
                    Samples.disposal("closed", 1, "accept").build(),
                    Samples.event("E-open", "INS-1").build());

            jdbc.update(
                    "INSERT INTO escalation VALUES ('closed', 1, 0, 0, 'duty', NULL, 1, ?)",
                    Samples.AT.atOffset(ZoneOffset.UTC));
            jdbc.update("INSERT INTO intake VALUES ('s', 'e', 'd', ?, TRUE)", Samples.AT.atOffset(ZoneOffset.UTC));

            purge(jdbc, DAY.multipliedBy(9)).run();
            assertThat(ids(jdbc, "alert")).containsExactly("closed", "open");
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM fact", Long.class))
                    .isEqualTo(1);

            purge(jdbc, DAY.multipliedBy(11)).run();
            assertThat(ids(jdbc, "alert")).containsExactly("open");
            assertThat(ids(jdbc, "alert_transition")).containsExactly("open");
            assertThat(ids(jdbc, "alert_domain")).containsExactly("open");
            assertThat(ids(jdbc, "disposal")).isEmpty();
            assertThat(ids(jdbc, "escalation")).isEmpty();
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM feed_change", Long.class))
                    .isZero();
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM fact", Long.class))
                    .isEqualTo(1);

            purge(jdbc, DAY.multipliedBy(21)).run();
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM intake", Long.class))
                    .isZero();
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM fact", Long.class))
                    .isZero();
        }
    }

    private static List<String> ids(JdbcTemplate jdbc, String table) {
        return jdbc.queryForList("SELECT DISTINCT alert_id FROM " + table + " ORDER BY alert_id", String.class);
    }

    /** One that runs so long after everything was stored. */
    private static Purge purge(JdbcTemplate jdbc, Duration later) {
        ConsoleSettings settings = new ConsoleSettings(
                "none:1",
                "t.",
                Path.of("unused"),
                ZoneId.of("Asia/Shanghai"),
                ClockMode.WALL,
                100,
                "salt",
                new ConsoleSettings.Retention(
                        DAY.multipliedBy(10), DAY.multipliedBy(20), DAY.multipliedBy(10), DAY.multipliedBy(3)));
        return new Purge(jdbc, settings, Clock.fixed(Samples.AT.plus(later), ZoneOffset.UTC));
    }
}
