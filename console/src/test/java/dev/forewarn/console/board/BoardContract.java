package dev.forewarn.console.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Level;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.access.Forbidden;
import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.store.TestStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is promised of boards, on whatever database. The clock stands an hour after the alerts were raised. */
abstract class BoardContract {

    private HikariDataSource source;
    private Boards boards;

    abstract TestDatabase database();

    @BeforeEach
    void fill() {
        source = database().make();
        boards = new Boards(JdbcClient.create(source), Clock.fixed(Samples.AT.plusSeconds(3600), ZoneOffset.UTC));
        TestStore.write(
                source,
                Samples.alert("red", 1).build(),
                Samples.alert("orange-late", 1)
                        .setLevel(Level.ORANGE)
                        .setDueAt(Samples.AT.plusSeconds(60))
                        .setDomains(List.of("food"))
                        .setDivision("360681")
                        .setGrid("G-9")
                        .build(),
                Samples.alert("orange", 1)
                        .setLevel(Level.ORANGE)
                        .setDomains(List.of("food", "drug"))
                        .setEntityName("50%_off 超市")
                        .setRule("T04")
                        .build(),
                Samples.alert("yellow", 1)
                        .setLevel(Level.YELLOW)
                        .setDueAt(null)
                        .setDomains(List.of("general"))
                        .setDivision(null)
                        .setGrid(null)
                        .build(),
                Samples.alert("hidden", 1)
                        .setLevel(Level.YELLOW)
                        .setSuppressedUntil(Samples.AT.plusSeconds(86_400))
                        .build(),
                Samples.alert("closed", 3).setHandling(Handling.CLOSED).build());
    }

    @AfterEach
    void closeDatabase() {
        source.close();
    }

    @Test
    void theMostUrgentComesFirstAndTheHiddenAndTheClosedAreNotThere() {
        assertThat(ids(Scope.ALL, Map.of())).containsExactly("red", "orange-late", "orange", "yellow");
    }

    @Test
    void eachBoundIsKeptTo() {
        assertThat(ids(Scope.ALL, Map.of("level", List.of("orange")))).containsExactly("orange-late", "orange");
        assertThat(ids(Scope.ALL, Map.of("domain", List.of("food", "general"))))
                .containsExactly("orange-late", "orange", "yellow");
        assertThat(ids(Scope.ALL, Map.of("division", List.of("3606")))).containsExactly("red", "orange-late", "orange");
        assertThat(ids(Scope.ALL, Map.of("grid", List.of("G-9")))).containsExactly("orange-late");
        assertThat(ids(Scope.ALL, Map.of("rule", List.of("T04")))).containsExactly("orange");
        assertThat(ids(Scope.ALL, Map.of("handling", List.of("accepted")))).isEmpty();
        assertThat(ids(Scope.ALL, Map.of("text", List.of("50%_OFF")))).containsExactly("orange");
        assertThat(ids(Scope.ALL, Map.of("text", List.of("%")))).containsExactly("orange");
        assertThat(ids(Scope.ALL, Map.of("state", List.of("overdue")))).containsExactly("orange-late");
        assertThat(ids(Scope.ALL, Map.of("state", List.of("suppressed")))).containsExactly("hidden");
        assertThat(ids(Scope.ALL, Map.of("state", List.of("closed")))).containsExactly("closed");
        assertThat(ids(Scope.ALL, Map.of("state", List.of("all")))).hasSize(6);
        assertThat(ids(Scope.ALL, Map.of("entity", List.of("E-red")))).containsExactly("red");
    }

    @Test
    void pagesAndGroupsKeepTheOrder() {
        assertThat(ids(Scope.ALL, Map.of("size", List.of("2"), "page", List.of("2"))))
                .containsExactly("orange", "yellow");
        assertThat(ids(Scope.ALL, Map.of("group", List.of("rule"))))
                .containsExactly("red", "orange-late", "yellow", "orange");
    }

    @Test
    void countsSayWhatAnotherChoiceWouldBring() {
        Counts counts = board(Scope.ALL, Map.of("level", List.of("orange"))).counts();
        assertThat(counts.byLevel())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Level.RED, 1L, Level.ORANGE, 2L, Level.YELLOW, 1L, Level.BLUE, 0L));
        assertThat(counts.byDomain()).containsExactlyInAnyOrderEntriesOf(Map.of("food", 2L, "drug", 1L));
        assertThat(counts.overdue()).isEqualTo(1);
    }

    @Test
    void nobodySeesBeyondTheirScope() {
        assertThat(ids(new Scope(Set.of("drug"), Set.of(), Set.of()), Map.of())).containsExactly("red", "orange");
        assertThat(ids(new Scope(Set.of(), Set.of("360602"), Set.of()), Map.of()))
                .containsExactly("red", "orange");
        assertThat(ids(new Scope(Set.of(), Set.of(), Set.of("G-9")), Map.of())).containsExactly("orange-late");
        assertThat(board(new Scope(Set.of("drug"), Set.of(), Set.of()), Map.of("domain", List.of("food")))
                        .counts()
                        .byDomain())
                .containsOnlyKeys("drug", "food");
        Viewer keeper = new Viewer("k", "k", "u", Set.of(Role.SECURITY_ADMIN), Scope.ALL);
        assertThatThrownBy(() -> boards.board(keeper, BoardFilter.of(Map.of()))).isInstanceOf(Forbidden.class);
    }

    private List<String> ids(Scope scope, Map<String, List<String>> parameters) {
        return board(scope, parameters).alerts().items().stream()
                .map(BoardRow::alertId)
                .collect(Collectors.toList());
    }

    private Board board(Scope scope, Map<String, List<String>> parameters) {
        return boards.board(new Viewer("v", "v", "u", Set.of(Role.MONITOR), scope), BoardFilter.of(parameters));
    }
}
