package dev.forewarn.console.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Family;
import dev.forewarn.avro.Level;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Origin;
import dev.forewarn.avro.RuleKind;
import dev.forewarn.avro.Standing;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.TestReports;
import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.catalogue.TestCatalogue;
import dev.forewarn.console.month.MonthReport.Move;
import dev.forewarn.console.month.MonthReport.RuleLine;
import dev.forewarn.console.store.TestStore;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of months, on whatever database. March is over; the alerts opened on its second day. */
abstract class MonthContract {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private HikariDataSource source;
    private Months months;

    abstract TestDatabase database();

    @BeforeEach
    void fill() {
        source = database().make();
        months = new Months(
                org.springframework.jdbc.core.simple.JdbcClient.create(source),
                TestCatalogue.outcomes(source),
                TestReports.today(source, Instant.parse("2026-04-01T00:00:00Z")));
        TestStore.write(
                source,
                TestCatalogue.bundle("live"),
                of("a", "2026-02", "A"),
                of("b", "2026-02", "B"),
                of("gone", "2026-02", "C"),
                of("a", "2026-03", "D"),
                of("b", "2026-03", "A"),
                of("new", "2026-03", "B"),
                alert("crossing-1", RuleKind.CROSSING).setClassified(true).build(),
                alert("crossing-2", RuleKind.CROSSING).setOutcome("nothing").build(),
                alert("lead", RuleKind.TRIGGER)
                        .setOutcome("corrected")
                        .setPeakLevel(Level.RED)
                        .build(),
                alert("reminder", RuleKind.CONDITION)
                        .setFamily(Family.REMINDER)
                        .setRule("R1")
                        .setLeadDays(3)
                        .build(),
                alert("earlier", RuleKind.TRIGGER)
                        .setOpenedAt(Instant.parse("2026-02-28T15:59:59Z"))
                        .build());
    }

    private static MonthlyClass of(String entity, String month, String fusedClass) {
        return MonthlyClass.newBuilder()
                .setEntityId("E-" + entity)
                .setRecordedAt(Samples.AT)
                .setMonth(month)
                .setOrigin(Origin.ENGINE)
                .setStandings(List.of(Standing.newBuilder(Samples.standing())
                        .setFusedClass(fusedClass)
                        .build()))
                .setHeadlineClass(fusedClass)
                .setDivision(entity.equals("b") ? "360681" : "360602")
                .setCatalogueVersion("v")
                .build();
    }

    private static Alert.Builder alert(String id, RuleKind kind) {
        return Samples.alert(id, 1)
                .setKind(kind)
                .setRule(kind.name())
                .setPeakLevel(Level.YELLOW)
                .setLevel(Level.YELLOW);
    }

    @AfterEach
    void closeDatabase() {
        source.close();
    }

    @Test
    void theMixCountsEachBusinessOnceInEachDomainAndOnceAtTheHead() {
        MonthReport report = report(Scope.ALL, "");

        assertThat(report.mix().keySet()).containsExactly("", "drug");
        assertThat(report.mix()).containsEntry("drug", new TreeMap<>(Map.of("A", 1L, "B", 1L, "D", 1L)));
        assertThat(report.entities()).isEqualTo(3);
        assertThat(report.before()).isEqualTo("2026-02");
        assertThat(report.after()).isNull();
    }

    @Test
    void movesAreFromTheMonthBeforeAndKnowWhoCameAndWent() {
        List<Move> moves =
                List.of(new Move("", "B", 1), new Move("A", "D", 1), new Move("B", "A", 1), new Move("C", "", 1));

        assertThat(report(Scope.ALL, "").moves()).containsExactlyInAnyOrderElementsOf(moves);
        assertThat(report(Scope.ALL, "drug").moves()).containsExactlyInAnyOrderElementsOf(moves);
    }

    @Test
    void leadsAndRemindersStandApartAndTheMonthIsThatOfTheBureau() {
        MonthReport report = report(Scope.ALL, "");

        assertThat(report.leads().byDays()).isEqualTo(new TreeMap<>(Map.of(29, 3L)));
        assertThat(report.leads().rate()).isEqualTo(1_000);
        assertThat(report.leads().red()).isEqualTo(1);
        assertThat(report.leads().daysAt(50)).isEqualTo(29);
        assertThat(report.reminders().byDays()).isEqualTo(new TreeMap<>(Map.of(3, 1L)));
    }

    @Test
    void rulesAreJudgedByClassAndByWhatPeopleFound() {
        Map<String, RuleLine> rules = report(Scope.ALL, "drug").rules().stream()
                .collect(java.util.stream.Collectors.toMap(RuleLine::rule, line -> line));

        assertThat(rules).containsOnlyKeys("CROSSING", "TRIGGER", "R1");
        RuleLine crossing = java.util.Objects.requireNonNull(rules.get("CROSSING"));
        assertThat(crossing.crossings()).isEqualTo(2);
        assertThat(crossing.classified()).isEqualTo(1);
        assertThat(crossing.precision()).isZero();
        assertThat(crossing.untold()).isEqualTo(1);
        RuleLine trigger = java.util.Objects.requireNonNull(rules.get("TRIGGER"));
        assertThat(trigger.crossings()).isZero();
        assertThat(trigger.precision()).isEqualTo(1);
    }

    @Test
    void nobodySeesBeyondTheirScope() {
        Scope division = new Scope(Set.of(), Set.of("360681"), Set.of());
        MonthReport report = report(division, "");

        assertThat(report.entities()).isEqualTo(1);
        assertThat(report.moves()).containsExactly(new Move("B", "A", 1));
        assertThat(report.leads().alerts()).isZero();
        assertThat(report(new Scope(Set.of("food"), Set.of(), Set.of()), "").mix())
                .isEmpty();
    }

    @Test
    void whoseScopeNamesDomainsSeesClassesOfThese() {
        TestStore.write(
                source,
                MonthlyClass.newBuilder(of("both", "2026-03", "B"))
                        .setStandings(List.of(
                                Standing.newBuilder(Samples.standing())
                                        .setFusedClass("B")
                                        .build(),
                                Standing.newBuilder(Samples.standing())
                                        .setDomain("food")
                                        .setFusedClass("D")
                                        .build()))
                        .setHeadlineClass("D")
                        .build());
        Scope drug = new Scope(Set.of("drug"), Set.of(), Set.of());
        MonthReport report = report(drug, "");

        assertThat(report.mix()).containsOnlyKeys("", "drug");
        assertThat(report.mix()).containsEntry("", new TreeMap<>(Map.of("A", 1L, "B", 2L, "D", 1L)));
        assertThat(report.moves()).contains(new Move("", "B", 2)).doesNotContain(new Move("", "D", 1));
        assertThat(report(Scope.ALL, "").mix()).containsKey("food");
        assertThatThrownBy(() -> months.report(TestReports.viewer(drug, Role.CREDIT), YearMonth.of(99_999, 1), ""))
                .hasMessageContaining("2026-03");
        assertThatThrownBy(() -> report(drug, "food")).hasMessage("there is no domain food for you");
    }

    @Test
    void aMonthWithoutClassesIsEmptyAndNoFailure() {
        MonthReport report = months.report(TestReports.viewer(Scope.ALL, Role.CREDIT), YearMonth.of(2025, 1), "");

        assertThat(report.mix()).isEmpty();
        assertThat(report.leads().rate()).isEqualTo(-1);
        assertThat(report.leads().daysAt(50)).isEqualTo(-1);
        assertThat(report.after()).isEqualTo("2026-02");
    }

    private MonthReport report(Scope scope, String domain) {
        return months.report(TestReports.viewer(scope, Role.CREDIT), MARCH, domain);
    }
}
