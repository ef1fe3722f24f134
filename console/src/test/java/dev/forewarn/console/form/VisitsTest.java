package dev.forewarn.console.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Event;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.TestSettings;
import dev.forewarn.console.access.Forbidden;
import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.alert.TestAlerts;
import dev.forewarn.console.document.BadDocument;
import dev.forewarn.console.entity.TestEntities;
import dev.forewarn.console.query.BadRequest;
import dev.forewarn.console.step.TestActors;
import dev.forewarn.console.store.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class VisitsTest {

    private static final Instant NOW = Samples.AT.plus(Duration.ofHours(4));
    private static final Viewer INSPECTOR = viewer(Role.TEAM, Scope.ALL);

    private final List<Event> written = new ArrayList<>();
    private HikariDataSource source;
    private Forms forms;
    private Visits visits;

    @BeforeEach
    void open() {
        source = TestDatabase.H2.make();
        TestStore.write(
                source,
                Samples.assessment("E-a", Samples.AT).build(),
                Samples.alert("a", 1).build());
        forms = new Forms(Path.of("../config/forms").toAbsolutePath().toUri() + "/*.yaml");
        visits = new Visits(
                JdbcClient.create(source),
                forms,
                TestEntities.on(source),
                TestAlerts.on(source),
                written::addAll,
                TestActors.on(source),
                TestSettings.of("salt"),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void oneVisitFillsSeveralDomainsAndBecomesTheirFacts() {
        Visit visit = visits.begin(INSPECTOR, "E-a", List.of("drug-retail", "food-sale"), "a");
        Map<String, String> answers = complete(visit);
        answers.put("answer.drug-retail.D1", "fail");
        answers.put("answer.drug-retail.D4", "fail");
        answers.put("order.drug-retail", "ZG-1");
        answers.put("due.drug-retail", "2026-03-20");
        answers.put("answer.food-sale.F1", "fail");
        answers.put("answer.food-sale.F2", "fail");
        var ignored = visits.keep(INSPECTOR, visit.id(), answers);

        List<Event> events = visits.record(INSPECTOR, visit.id());
        assertThat(events).isEqualTo(written);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getEntityId()).isEqualTo("E-a");
            assertThat(event.getRecordedAt()).isEqualTo(NOW);
        });
        assertThat(events)
                .extracting(Event::getType)
                .containsExactly(
                        "inspection.completed", "pharmacist.absent", "rectification.ordered", "inspection.completed");

        Event drug = events.get(0);
        assertThat(drug.getNumbers()).isEqualTo(Map.of("critical", 1.0, "major", 1.0, "minor", 0.0));
        assertThat(drug.getSeverity()).isEqualTo("serious");
        assertThat(drug.getDomains()).containsExactly("drug");
        assertThat(drug.getRecordKey()).isEqualTo("T-1/gsp");
        assertThat(drug.getAttributes())
                .containsEntry("checklist", "gsp")
                .containsEntry("kind", "unannounced")
                .containsEntry("result", "problem")
                .containsEntry("basis", "alert")
                .containsEntry("basis_number", "a")
                .doesNotContainValue("cert-1");
        assertThat(drug.getAttributes().get("officer_1")).matches("[0-9a-f]{32}");

        Event order = events.get(2);
        assertThat(order.getRecordKey()).isEqualTo("ZG-1");
        assertThat(order.getSubject()).isEqualTo("ZG-1");
        assertThat(order.getDueAt()).isEqualTo(Instant.parse("2026-03-20T04:00:00Z"));
        assertThat(order.getAttributes()).containsEntry("field", "drug").containsEntry("items", "D1 D4");

        Event food = events.get(3);
        assertThat(food.getNumbers()).isEqualTo(Map.of("key", 2.0, "general", 0.0, "purchase_check_missing", 1.0));
        assertThat(food.getAttributes()).containsEntry("expired_food", "true");

        assertThat(visits.find(INSPECTOR, visit.id()).orElseThrow().isDraft()).isFalse();
        assertThatThrownBy(() -> visits.record(INSPECTOR, visit.id())).isInstanceOf(BadRequest.class);
    }

    @Test
    void allThatIsMissingIsToldAtOnceAndTheDraftIsKept() {
        Visit visit = visits.begin(INSPECTOR, "E-a", List.of("catering"), "");
        Map<String, String> answers = complete(visit);
        answers.put("certificate-2", "cert-1");
        answers.put("task", " ");
        answers.put("basis", "alert");
        answers.put("basis-number", "none");
        answers.put("at", "2026-03-02T23:00");
        answers.put("answer.catering.C3", "");
        answers.put("order.catering", "ZG-1");
        answers.put("due.catering", "2026-03-01");
        var ignored = visits.keep(INSPECTOR, visit.id(), answers);
        assertThatThrownBy(() -> visits.record(INSPECTOR, visit.id()))
                .isInstanceOfSatisfying(
                        BadVisit.class,
                        bad -> assertThat(bad.faults().stream().map(fault -> fault.field() + " " + fault.code()))
                                .containsExactlyInAnyOrder(
                                        "task missing",
                                        "certificate-2 same",
                                        "at future",
                                        "answer.catering.C3 unanswered",
                                        "order.catering nothing-failed",
                                        "due.catering due",
                                        "basis-number no-alert"));
        assertThat(written).isEmpty();
        assertThat(visits.own(INSPECTOR)).singleElement().satisfies(kept -> {
            assertThat(kept.isDraft()).isTrue();
            assertThat(kept.answer("order.catering")).isEqualTo("ZG-1");
        });
        visits.discard(INSPECTOR, visit.id());
        assertThat(visits.own(INSPECTOR)).isEmpty();
    }

    @Test
    void twoChecklistsOfAVisitHaveTwoOrders() {
        Visit visit = visits.begin(INSPECTOR, "E-a", List.of("drug-retail", "food-sale"), "");
        Map<String, String> answers = complete(visit);
        answers.put("answer.drug-retail.D1", "fail");
        answers.put("answer.food-sale.F1", "fail");
        for (String form : visit.forms()) {
            answers.put("order." + form, "ZG-1");
            answers.put("due." + form, "2026-03-20");
        }
        var ignored = visits.keep(INSPECTOR, visit.id(), answers);
        assertThatThrownBy(() -> visits.record(INSPECTOR, visit.id()))
                .isInstanceOfSatisfying(
                        BadVisit.class,
                        bad -> assertThat(bad.faults())
                                .containsExactly(new VisitFault("order.food-sale", "twice", "ZG-1")));
        assertThat(written).isEmpty();
    }

    @Test
    void aGridOfficerRecordsNoInspectionAndNobodySeesAnothersDraft() {
        Viewer grid = viewer(Role.GRID, Scope.ALL);
        assertThatThrownBy(() -> visits.begin(grid, "E-a", List.of("catering"), ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> visits.own(grid)).isInstanceOf(Forbidden.class);
        Visit visit = visits.begin(INSPECTOR, "E-a", List.of("catering"), "");
        Viewer other = new Viewer("zhang", "Zhang", "u", Set.of(Role.TEAM), Scope.ALL);
        assertThat(visits.find(other, visit.id())).isEmpty();
        assertThatThrownBy(() -> visits.record(other, visit.id())).isInstanceOf(BadRequest.class);
    }

    @Test
    void oneInspectsWithinOnesScopeOnly() {
        Viewer food = viewer(Role.TEAM, new Scope(Set.of("food-sale"), Set.of(), Set.of()));
        assertThat(forms.of(food)).extracting(Form::form).containsExactly("food-sale");
        assertThatThrownBy(() -> visits.begin(food, "E-a", List.of("food-sale"), ""))
                .hasMessageContaining("no business 'E-a' for you");
        Viewer drug = viewer(Role.TEAM, new Scope(Set.of("drug"), Set.of("36"), Set.of()));
        assertThatThrownBy(() -> visits.begin(drug, "E-a", List.of("food-sale"), ""))
                .hasMessageContaining("no checklist 'food-sale' for you");
        assertThat(visits.begin(drug, "E-a", List.of("drug-retail"), "").isDraft())
                .isTrue();
    }

    @Test
    void faultsOfAChecklistAreToldAtOnce(@TempDir Path folder) throws IOException {
        var ignored = Files.writeString(folder.resolve("bad.yaml"), """
                form: bad
                name: {zh: 坏, en: bad}
                domain: drug
                checklist: gsp
                grades: {key: {name: {zh: 重点, en: key}}}
                items:
                  - {id: A, grade: key, zh: 一, en: one}
                  - {id: A, grade: other, zh: 二, en: two}
                """);
        assertThatThrownBy(() -> new Forms(folder.toUri() + "/*.yaml"))
                .isInstanceOf(BadDocument.class)
                .hasMessageContaining("2 faults")
                .hasMessageContaining("the id A stands twice")
                .hasMessageContaining("there is no grade 'other'; there are key");
    }

    /** All that a visit needs, nothing failed. */
    private Map<String, String> complete(Visit visit) {
        Map<String, String> answers = new HashMap<>(visit.answers());
        answers.put("task", "T-1");
        answers.put("kind", "unannounced");
        answers.put("certificate-1", "cert-1");
        answers.put("certificate-2", "cert-2");
        answers.putIfAbsent("basis-number", "PLAN-3");
        if (visit.answer("basis-number").isEmpty()) {
            answers.put("basis-number", "PLAN-3");
        }
        for (Form form : visits.forms(INSPECTOR, visit)) {
            form.items().forEach(item -> answers.put("answer." + form.form() + "." + item.id(), "pass"));
        }
        return answers;
    }

    private static Viewer viewer(Role role, Scope scope) {
        return new Viewer("wang", "Wang", "drug section", Set.of(role), scope);
    }
}
