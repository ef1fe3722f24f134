package dev.forewarn.console.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Level;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.TestSettings;
import dev.forewarn.console.document.BadDocument;
import dev.forewarn.console.organisation.Organisation.Addressee;
import dev.forewarn.console.step.Actors;
import dev.forewarn.console.step.TestActors;
import dev.forewarn.console.store.TestStore;
import dev.forewarn.console.webhook.Outbox;
import dev.forewarn.console.webhook.TestOutbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OrganisationTest {

    private static final Organisation SHIPPED = OrganisationFile.read(Path.of("../config/organisation.yaml"), Set.of());

    @TempDir
    Path folder;

    private HikariDataSource source;

    @BeforeEach
    void open() {
        source = TestDatabase.H2.make();
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void theUnitIsThatOfTheGridElseOfTheDomainElseOfTheDivision() {
        assertThat(SHIPPED.unitFor(List.of("drug"), "360602", "G-3")).contains("station-1");
        assertThat(SHIPPED.unitFor(List.of("drug"), "360681", null)).contains("drug-section");
        assertThat(SHIPPED.unitFor(List.of("general"), "360602003", null)).contains("station-1");
        assertThat(SHIPPED.unitFor(List.of("general"), "110000", null)).isEmpty();
    }

    @Test
    void whoIsOnDutyDependsOnTheDay() {
        assertThat(SHIPPED.person(Addressee.DUTY, LocalDate.parse("2026-05-01")))
                .contains("duty-1");
        assertThat(SHIPPED.person(Addressee.DEPUTY, LocalDate.parse("2026-05-01")))
                .contains("deputy-director");
        assertThat(SHIPPED.person(Addressee.HEAD, LocalDate.parse("2026-05-01")))
                .contains("director");
        assertThat(SHIPPED.person(Addressee.DUTY, LocalDate.parse("2031-05-01")))
                .isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("organisation.yaml"), """
                units:
                  centre: {name: {zh: 中心, en: centre}, head: nobody}
                people:
                  p: {unit: nowhere}
                duty:
                  - {from: "2026-02-01", until: "2026-01-01", person: p}
                  - {from: "2026-03-01", until: "2026-05-01", person: p}
                  - {from: "2026-04-01", until: "2026-06-01", person: q}
                escalation: {steps: [{after: 1h, to: head, hooks: [sms]}]}
                """);
        assertThatThrownBy(() -> OrganisationFile.read(file, Set.of()))
                .isInstanceOf(BadDocument.class)
                .hasMessageContaining("6 faults")
                .hasMessageContaining("/units/centre/head: there is no person 'nobody'")
                .hasMessageContaining("there is no unit 'nowhere'")
                .hasMessageContaining("/duty/0: it is until 2026-01-01")
                .hasMessageContaining("/duty/2: overlaps with /duty/1")
                .hasMessageContaining("there is no person 'q'")
                .hasMessageContaining("there is no webhook 'sms'");
        Path other = Files.writeString(folder.resolve("other.yaml"), "units: {}\npersons: {}\n");
        assertThatThrownBy(() -> OrganisationFile.read(other, Set.of()))
                .hasMessageContaining("2 faults")
                .hasMessageContaining("persons");
    }

    @Test
    void aRedAlertThatNobodyAcceptsIsRepeatedAndClimbsUntilSomebodyDoes() {
        TestStore.write(
                source,
                Samples.alert("a", 1).build(),
                Samples.alert("blue", 1).setLevel(Level.BLUE).build());
        at(Duration.ZERO);
        at(Duration.ofMinutes(1));
        assertThat(told()).containsExactly("duty 1");
        at(Duration.ofMinutes(31));
        assertThat(told()).containsExactly("duty 1", "duty 2");
        at(Duration.ofMinutes(121));
        at(Duration.ofMinutes(121));
        assertThat(told()).containsExactly("duty 1", "duty 2", "duty 5", "deputy 1");
        assertThat(text("SELECT MAX(body) FROM webhook_delivery WHERE event_id LIKE '%-1-0'"))
                .contains("centre-deputy@example.invalid", "station-1", "康宁大药房")
                .doesNotContain("deputy-director", "副主任");

        TestStore.write(
                source, Samples.alert("a", 2).setHandling(Handling.ACCEPTED).build());
        at(Duration.ofHours(9));
        assertThat(told()).hasSize(4);
    }

    @Test
    void aMissedDeadlineClimbsAtOnce() {
        TestStore.write(source, Samples.alert("a", 1).setMissedDeadlines(1).build());
        at(Duration.ofMinutes(1));
        assertThat(told()).containsExactly("duty 1", "deputy 1");
    }

    @Test
    void whatTurnsRedOrIsReturnedBeginsAtTheFirstStep() {
        TestStore.write(source, Samples.alert("a", 1).setLevel(Level.ORANGE).build());
        at(Duration.ofHours(9));
        assertThat(told()).isEmpty();
        write(Duration.ofHours(10), Samples.alert("a", 2).setHandling(Handling.NEW));
        at(Duration.ofHours(10).plusMinutes(1));
        assertThat(told()).containsExactly("duty 1");

        write(
                Duration.ofHours(11),
                Samples.alert("a", 3).setHandling(Handling.ACCEPTED).setMissedDeadlines(1));
        write(
                Duration.ofHours(20),
                Samples.alert("a", 4).setHandling(Handling.RETURNED).setMissedDeadlines(1));
        at(Duration.ofHours(20).plusMinutes(1));
        assertThat(told()).containsExactly("duty 1", "duty 1");
        at(Duration.ofHours(22).plusMinutes(1));
        assertThat(told()).containsExactly("duty 1", "duty 1", "duty 5", "deputy 1");
    }

    /** Writes an alert as it was stored so long after the others. */
    private void write(Duration after, Alert.Builder alert) {
        TestStore.write(source, alert.build());
        new JdbcTemplate(source)
                .update(
                        "UPDATE alert_transition SET stored_at = ? WHERE revision = ?",
                        Samples.AT.plus(after).atOffset(ZoneOffset.UTC),
                        alert.getRevision());
    }

    /** Lets time be so much after the console first knew of the alerts. */
    private void at(Duration after) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        Instant now = Samples.AT.plus(after);
        Outbox outbox = TestOutbox.forEscalation(jdbc);
        Actors actors = TestActors.on(source);
        new Escalations(
                        jdbc,
                        new TransactionTemplate(new DataSourceTransactionManager(source)),
                        SHIPPED,
                        outbox,
                        actors,
                        TestSettings.of("salt"),
                        Clock.fixed(now, ZoneOffset.UTC))
                .run();
    }

    private List<String> told() {
        return new JdbcTemplate(source)
                .queryForList(
                        "SELECT e.addressee || ' ' || (e.repeat_no + 1) FROM escalation e WHERE e.hooks = 1"
                                + " AND EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.event_id = 'escalation-' ||"
                                + " e.alert_id || '-' || e.since_revision || '-' || e.step_no || '-' || e.repeat_no) ORDER BY since_revision, step_no, repeat_no",
                        String.class);
    }

    private String text(String query) {
        return String.valueOf(new JdbcTemplate(source).queryForObject(query, String.class));
    }
}
