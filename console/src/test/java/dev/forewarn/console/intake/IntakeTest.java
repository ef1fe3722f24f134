package dev.forewarn.console.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Event;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.access.Forbidden;
import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.query.BadRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class IntakeTest {

    private static final String PENALTY = """
            {"entity_id": "E-1", "type": "penalty.decided", "event_id": "p-1", "source": "cases", "record_key": "P1",
             "occurred_at": "2026-03-01T09:00:00+08:00", "amount": 500000, "severity": "general", "domains": ["drug"],
             "division": "360602", "attributes": {"procedure": "ordinary"}, "numbers": {"items": 2.5}}
            """;

    private final List<Event> written = new ArrayList<>();
    private HikariDataSource source;
    private boolean isLogAway;

    @BeforeEach
    void open() {
        source = TestDatabase.H2.make();
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void anEventIsStampedAndWrittenOnce() {
        assertThat(take(PENALTY)).containsExactly(new Intake.Taken("cases", "p-1", false));
        assertThat(take("[" + PENALTY + "]")).containsExactly(new Intake.Taken("cases", "p-1", true));
        assertThat(written).hasSize(1);
        Event event = written.get(0);
        assertThat(event.getRecordedAt()).isEqualTo(Samples.AT);
        assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-03-01T01:00:00Z"));
        assertThat(event.getAmount()).isEqualTo(500_000);
        assertThat(event.getNumbers()).isEqualTo(Map.of("items", 2.5));
    }

    @Test
    void allFaultsOfAllEventsAreToldAndNothingIsWritten() {
        assertThatThrownBy(() -> take("[" + PENALTY + """
                        , {"type": "Penalty", "event_id": "", "source": 7, "occurred_at": "yesterday",
                           "recorded_at": 1, "colour": "red", "op": "DELETE", "domains": "drug", "revision": 1.5,
                           "attributes": {"a": 1}, "numbers": {"n": "1"}, "division": "x", "amount": 1e30},
                          {"entity_id": "E", "type": "a.b", "event_id": "1", "source": "s",
                           "occurred_at": "2026-03-09T00:00:00Z", "subject": "%s"}, 7]
                        """.formatted("x".repeat(257))))
                .isInstanceOfSatisfying(
                        BadEvents.class,
                        bad -> assertThat(bad.faults().stream().map(fault -> fault.event() + " " + fault.field()))
                                .containsExactlyInAnyOrder(
                                        "1 entity_id",
                                        "1 type",
                                        "1 event_id",
                                        "1 source",
                                        "1 occurred_at",
                                        "1 recorded_at",
                                        "1 colour",
                                        "1 op",
                                        "1 domains",
                                        "1 revision",
                                        "1 attributes.a",
                                        "1 numbers.n",
                                        "1 division",
                                        "1 amount",
                                        "2 occurred_at",
                                        "2 subject",
                                        "3 "));
        assertThat(written).isEmpty();
        assertThat(take(PENALTY)).extracting(Intake.Taken::repeated).containsExactly(false);
    }

    @Test
    void anIdThatComesAgainWithOtherContentIsAFault() {
        var ignored = take(PENALTY);
        assertThatThrownBy(() -> take(PENALTY.replace("500000", "600000")))
                .isInstanceOfSatisfying(
                        BadEvents.class,
                        bad -> assertThat(bad.faults().get(0).fault()).contains("other content"));
        assertThatThrownBy(() -> take("[" + PENALTY + "," + PENALTY + "]")).isInstanceOf(BadEvents.class);
        assertThatThrownBy(() -> take("[]")).isInstanceOf(BadRequest.class);
    }

    @Test
    void ofWhatIsRefusedNothingIsNoted() {
        var ignored = take(PENALTY);
        String other = PENALTY.replace("p-1", "p-2");
        assertThatThrownBy(() -> take("[" + other + "," + PENALTY.replace("500000", "600000") + "]"))
                .isInstanceOf(BadEvents.class);
        assertThat(take(other.replace("500000", "700000")))
                .extracting(Intake.Taken::repeated)
                .containsExactly(false);
    }

    @Test
    void whatTheBrokerDidNotTakeIsWrittenWhenItComesAgain() {
        isLogAway = true;
        assertThatThrownBy(() -> take(PENALTY)).hasMessage("away");
        isLogAway = false;
        assertThat(take(PENALTY)).extracting(Intake.Taken::repeated).containsExactly(false);
        assertThat(written).hasSize(1);
    }

    @Test
    void anAccountHandsInWhatIsItsOwn() {
        Scope food = new Scope(Set.of("food"), Set.of(), Set.of());
        assertThatThrownBy(() -> intake().take(new Viewer("f", "f", "u", Set.of(Role.MONITOR), food), json(PENALTY)))
                .isInstanceOf(BadEvents.class);
        assertThatThrownBy(() -> intake().take(new Viewer("g", "g", "u", Set.of(Role.GRID), Scope.ALL), json(PENALTY)))
                .isInstanceOf(Forbidden.class);
    }

    private List<Intake.Taken> take(String body) {
        return intake().take(new Viewer("m", "m", "u", Set.of(Role.MONITOR), Scope.ALL), json(body));
    }

    private static tools.jackson.databind.JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private Intake intake() {
        return new Intake(
                JdbcClient.create(source),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                events -> {
                    if (isLogAway) {
                        throw new IllegalStateException("away");
                    }
                    written.addAll(events);
                },
                Clock.fixed(Samples.AT, ZoneOffset.UTC));
    }
}
