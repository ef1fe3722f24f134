package dev.forewarn.console.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Contribution;
import dev.forewarn.avro.Evidence;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Origin;
import dev.forewarn.avro.Standing;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.TestReports;
import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.alert.AlertDetail.Paper;
import dev.forewarn.console.board.BoardRow;
import dev.forewarn.console.ingest.Message.Removal;
import dev.forewarn.console.store.TestStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of businesses, on whatever database: one that is classed in two domains, worse in food. */
abstract class EntityContract {

    private static final Scope DRUG = new Scope(Set.of("drug"), Set.of(), Set.of());

    private HikariDataSource source;

    abstract TestDatabase database();

    @BeforeEach
    void fill() {
        source = database().make();
        List<Standing> standings = List.of(
                Standing.newBuilder(Samples.standing()).setFusedClass("B").build(),
                Standing.newBuilder(Samples.standing()).setDomain("food").build());
        TestStore.write(
                source,
                Samples.assessment("E-a", Samples.AT)
                        .setStandings(standings)
                        .setContributions(List.of(
                                Contribution.newBuilder(Samples.contribution())
                                        .setEvidence(List.of(Evidence.newBuilder(Samples.evidence())
                                                .setRecordKey("cited")
                                                .build()))
                                        .build(),
                                Contribution.newBuilder(Samples.contribution())
                                        .setDomain("food")
                                        .setIndicator("FO.1")
                                        .build()))
                        .setTextEn("D for its food")
                        .build(),
                MonthlyClass.newBuilder()
                        .setEntityId("E-a")
                        .setRecordedAt(Samples.AT)
                        .setMonth("2026-02")
                        .setOrigin(Origin.ENGINE)
                        .setStandings(standings)
                        .setHeadlineClass("D")
                        .setCatalogueVersion("v")
                        .build(),
                Samples.event("E-a", "of-drug").build(),
                Samples.event("E-a", "of-food").setDomains(List.of("food")).build(),
                Samples.event("E-a", "cited").setDomains(List.of()).build(),
                Samples.event("E-a", "profile")
                        .setType(dev.forewarn.core.event.Event.PROFILE)
                        .setDomains(List.of())
                        .build(),
                Samples.alert("drug", 1).setEntityId("E-a").build(),
                Samples.alert("food", 1)
                        .setEntityId("E-a")
                        .setDomains(List.of("food"))
                        .build());
    }

    @AfterEach
    void closeDatabase() {
        source.close();
    }

    @Test
    void whoseScopeNamesDomainsSeesTheProfileAndWhatIsOfThem() {
        EntityDetail seen = find(DRUG);

        assertThat(seen.assessment().standings())
                .extracting(one -> one.domain())
                .containsExactly("drug");
        assertThat(seen.assessment().headlineClass()).isEqualTo("B");
        assertThat(seen.assessment().contributions())
                .extracting(one -> one.domain())
                .containsExactly("drug");
        assertThat(seen.assessment().textEn()).isEmpty();
        assertThat(seen.groups()).extracting(GroupResult::domain).containsOnly("drug");
        assertThat(seen.days()).extracting(EntityDetail.Day::domain).containsOnly("drug");
        assertThat(seen.months()).extracting(EntityDetail.Month::domain).containsOnly("drug");
        assertThat(seen.alerts()).extracting(BoardRow::alertId).containsExactly("drug");
        assertThat(seen.facts()).extracting(Paper::recordKey).containsExactlyInAnyOrder("of-drug", "cited", "profile");
        assertThat(search(DRUG)).extracting(EntityRow::headlineClass).containsExactly("B");
    }

    @Test
    void aBusinessThatIsRemovedAndComesBackWithinABatchIsThere() {
        TestStore.write(
                source,
                new Removal("E-a"),
                Samples.assessment("E-a", Samples.AT.minusSeconds(1))
                        .setHeadlineClass("C")
                        .build());
        assertThat(find(Scope.ALL).assessment().headlineClass()).isEqualTo("C");
        TestStore.write(source, Samples.assessment("E-a", Samples.AT).build(), new Removal("E-a"));
        assertThat(search(Scope.ALL)).isEmpty();
    }

    @Test
    void whoHasNoBoundSeesAll() {
        EntityDetail seen = find(Scope.ALL);

        assertThat(seen.assessment().standings()).hasSize(2);
        assertThat(seen.assessment().headlineClass()).isEqualTo("D");
        assertThat(seen.assessment().textEn()).isEqualTo("D for its food");
        assertThat(seen.facts()).hasSize(4);
        assertThat(seen.alerts()).hasSize(2);
        assertThat(search(Scope.ALL)).extracting(EntityRow::headlineClass).containsExactly("D");
    }

    private EntityDetail find(Scope scope) {
        return TestEntities.on(source)
                .find(TestReports.viewer(scope, Role.TEAM), "E-a")
                .orElseThrow();
    }

    private List<EntityRow> search(Scope scope) {
        return TestEntities.on(source)
                .search(TestReports.viewer(scope, Role.TEAM), "", 1, 10)
                .items();
    }
}
