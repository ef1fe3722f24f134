package dev.forewarn.console.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Level;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.TestReports;
import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.board.TestBoards;
import dev.forewarn.console.catalogue.TestCatalogue;
import dev.forewarn.console.month.Months;
import dev.forewarn.console.query.Today;
import dev.forewarn.console.store.TestStore;
import dev.forewarn.console.team.TeamReport.Business;
import dev.forewarn.console.team.TeamReport.OfClass;
import dev.forewarn.console.team.TeamReport.Raised;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is promised of teams, on whatever database. It is the evening of a Tuesday in the bureau's zone. */
abstract class TeamContract {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

    private HikariDataSource source;
    private Teams teams;

    abstract TestDatabase database();

    @BeforeEach
    void fill() {
        source = database().make();
        JdbcClient jdbc = JdbcClient.create(source);
        Today today = TestReports.today(source, NOW);
        teams = new Teams(
                jdbc, TestBoards.on(source, NOW), new Months(jdbc, TestCatalogue.outcomes(source), today), today);
        TestStore.write(
                source,
                Samples.assessment("E-a", Samples.AT).build(),
                Samples.assessment("E-b", Samples.AT).setDivision("360681").build(),
                Samples.alert("a", 1).build(),
                // Half an hour before and after the bureau's midnight.
                alert("b", "2026-03-02T15:30:00Z"),
                alert("c", "2026-03-02T16:30:00Z"),
                Samples.alert("food", 1).setDomains(List.of("food")).build());
    }

    private static dev.forewarn.avro.Alert alert(String id, String openedAt) {
        return Samples.alert(id, 1)
                .setPeakLevel(Level.YELLOW)
                .setOpenedAt(Instant.parse(openedAt))
                .setEntityId("E-b")
                .setDivision("360681")
                .build();
    }

    @AfterEach
    void closeDatabase() {
        source.close();
    }

    @Test
    void daysAreTheBureausAndWeeksBeginOnMonday() {
        TeamReport report = report(Scope.ALL, "");

        assertThat(report.days()).hasSize(30);
        assertThat(report.days().subList(28, 30))
                .containsExactly(
                        new Raised(LocalDate.of(2026, 3, 2), Map.of(Level.RED, 1L, Level.YELLOW, 1L)),
                        new Raised(LocalDate.of(2026, 3, 3), Map.of(Level.YELLOW, 1L)));
        assertThat(report.weeks()).hasSize(26);
        assertThat(report.weeks().get(25))
                .isEqualTo(new Raised(LocalDate.of(2026, 3, 2), Map.of(Level.RED, 1L, Level.YELLOW, 2L)));
    }

    @Test
    void businessesAreCountedByBothClassesAndListedByTheLiveOne() {
        TeamReport report = report(Scope.ALL, "");

        assertThat(report.classes()).containsExactly(new OfClass("A", 0, 2), new OfClass("D", 2, 0));
        assertThat(report.total()).isEqualTo(2);
        assertThat(report.businesses().items())
                .extracting(Business::entityId, Business::openAlerts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("E-a", 1L), org.assertj.core.groups.Tuple.tuple("E-b", 2L));
        assertThat(report(Scope.ALL, "A").businesses().items()).isEmpty();
    }

    @Test
    void nobodySeesBeyondTheirScope() {
        TeamReport report = report(new Scope(Set.of("drug"), Set.of("360602"), Set.of()), "");

        assertThat(report.domains()).containsExactly("drug");
        assertThat(report.total()).isEqualTo(1);
        assertThat(report.days().get(29).total()).isZero();
        assertThat(report.board().alerts().total()).isEqualTo(1);
    }

    private TeamReport report(Scope scope, String chosen) {
        return teams.report(TestReports.viewer(scope, Role.TEAM), "drug", chosen, 1);
    }
}
