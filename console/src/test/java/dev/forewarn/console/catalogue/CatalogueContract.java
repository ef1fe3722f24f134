package dev.forewarn.console.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Verdict;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.TestReports;
import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.catalogue.CatalogueReport.RuleDifference;
import dev.forewarn.console.catalogue.CatalogueReport.ShadowAlert;
import dev.forewarn.console.ingest.Message;
import dev.forewarn.console.store.TestStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is promised of catalogues, on whatever database. The trial began before the alerts opened. */
abstract class CatalogueContract {

    private HikariDataSource source;
    private Catalogues catalogues;

    abstract TestDatabase database();

    @BeforeEach
    void fill() {
        source = database().make();
        catalogues = new Catalogues(JdbcClient.create(source));
        TestStore.write(
                source,
                TestCatalogue.bundle("live"),
                verdict("live", "one", true),
                verdict("live", "two", false),
                verdict("shadow", "trial", true),
                Samples.alert("both", 1).build(),
                shadow("twin", "E-both", "drug"),
                Samples.alert("live-only", 1).build(),
                shadow("shadow-only", "E-other", "drug"),
                shadow("of-food", "E-food", "food"));
    }

    private static Verdict verdict(String stage, String version, boolean isAccepted) {
        return Verdict.newBuilder()
                .setStage(stage)
                .setVersion(version)
                .setPublishedAt(Samples.AT.minusSeconds(3600))
                .setAccepted(isAccepted)
                .setReason(isAccepted ? "accepted" : "too-many-worse")
                .setDetail("")
                .setEffectiveAt(isAccepted ? Samples.AT.minusSeconds(60) : null)
                .setOffset(0L)
                .build();
    }

    private static Message.ShadowAlert shadow(String id, String entity, String domain) {
        return new Message.ShadowAlert(Samples.alert(id, 1)
                .setEntityId(entity)
                .setDomains(List.of(domain))
                .setCatalogueVersion("trial")
                .build());
    }

    @AfterEach
    void closeDatabase() {
        source.close();
    }

    @Test
    void aRefusedOneIsInTheHistoryAndNotInForce() {
        CatalogueReport report = report(Scope.ALL);

        assertThat(java.util.Objects.requireNonNull(report.live()).version()).isEqualTo("one");
        assertThat(report.history())
                .extracting(CatalogueReport.Verdict::version)
                .contains("two");
        assertThat(catalogues.files(TestReports.viewer(Scope.ALL, Role.LEADER), 0))
                .hasValueSatisfying(files -> assertThat(files).containsOnlyKeys("handling.yaml", "general.yaml"));
    }

    @Test
    void theTrialIsComparedByBusinessRuleAndSubject() {
        CatalogueReport report = report(Scope.ALL);

        assertThat(report.byRule())
                .containsExactly(
                        new RuleDifference("T06", "飞行检查严重缺陷", "critical defect at an unannounced inspection", 1, 1, 2));
        assertThat(report.onlyShadow())
                .extracting(ShadowAlert::alertId)
                .containsExactlyInAnyOrder("shadow-only", "of-food");
    }

    @Test
    void nobodySeesAlertsOfTheTrialBeyondTheirScope() {
        assertThat(report(new Scope(Set.of("drug"), Set.of(), Set.of())).onlyShadow())
                .extracting(ShadowAlert::alertId)
                .containsExactly("shadow-only");
        assertThat(report(new Scope(Set.of(), Set.of("99"), Set.of())).byRule()).isEmpty();
    }

    @Test
    void aTrialThatWasEndedIsNoLongerCompared() {
        Verdict end = verdict("shadow", "", true);
        end.setPublishedAt(Samples.AT);
        TestStore.write(source, end);

        assertThat(report(Scope.ALL).shadow()).isNull();
        assertThat(report(Scope.ALL).byRule()).isEmpty();
    }

    private CatalogueReport report(Scope scope) {
        return catalogues.report(TestReports.viewer(scope, Role.LEADER));
    }
}
