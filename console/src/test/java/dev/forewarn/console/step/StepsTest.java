package dev.forewarn.console.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Level;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.access.Forbidden;
import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.alert.AlertDetail;
import dev.forewarn.console.alert.Alerts;
import dev.forewarn.console.alert.TestAlerts;
import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.config.ConsoleSettings.ClockMode;
import dev.forewarn.console.store.TestStore;
import dev.forewarn.core.handling.Step;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StepsTest {

    private static final Instant NOW = Samples.AT.plusSeconds(3600);

    private final List<Disposal> written = new ArrayList<>();
    private HikariDataSource source;
    private Alerts alerts;

    @BeforeEach
    void fill() {
        source = TestDatabase.H2.make();
        alerts = TestAlerts.on(source);
        TestStore.write(
                source,
                Samples.alert("red", 1).build(),
                Samples.alert("blue", 1).setLevel(Level.BLUE).build(),
                Samples.event("E-red", "INS-1").build());
    }

    @AfterEach
    void closeDatabase() {
        source.close();
    }

    @Test
    void onlyStepsOfTheTableAreOfferedAndNoRedIsSuppressed() {
        Viewer monitor = viewer(Role.MONITOR);
        assertThat(steps(ClockMode.WALL).offered(monitor, message("red")))
                .containsExactly(Step.ACCEPT, Step.RETURN, Step.COMMENT, Step.CONTEST);
        assertThat(steps(ClockMode.WALL).offered(monitor, message("blue"))).contains(Step.SUPPRESS);
        assertThat(steps(ClockMode.WALL).offered(viewer(Role.GRID), message("red")))
                .containsExactly(Step.COMMENT, Step.CONTEST);
        assertThat(steps(ClockMode.WALL).offered(viewer(Role.AUDITOR), message("red")))
                .isEmpty();
    }

    @Test
    void aStepIsWrittenWithTheHashOfThePersonAndStampedNow() {
        steps(ClockMode.WALL).take(viewer(Role.MONITOR), "red", request(1, "accept", null));
        Disposal step = written.get(0);
        assertThat(step.getEntityId()).isEqualTo("E-red");
        assertThat(step.getAlertRevision()).isEqualTo(1);
        assertThat(step.getActorIdHash()).matches("[0-9a-f]{32}");
        assertThat(step.getActorRole()).isEqualTo("monitor");
        assertThat(step.getRecordedAt()).isEqualTo(NOW);

        TestStore.write(source, step);
        AlertDetail detail = alerts.find(viewer(Role.MONITOR), "red").orElseThrow();
        assertThat(detail.waiting()).extracting(AlertDetail.Waiting::actor).containsExactly("Wang");
        assertThat(detail.papers()).hasSize(1);
    }

    @Test
    void inHistoryAStepIsStampedWithTheAlertsOwnTime() {
        steps(ClockMode.EVENTS).take(viewer(Role.MONITOR), "red", request(1, "accept", null));
        assertThat(written.get(0).getRecordedAt()).isEqualTo(Samples.AT.plusSeconds(1));
    }

    @Test
    void whatCannotBeDoneIsRefusedHere() {
        Steps steps = steps(ClockMode.WALL);
        Viewer monitor = viewer(Role.MONITOR);
        assertRefused("impossible-step", () -> steps.take(monitor, "red", request(1, "close", null)));
        assertRefused("stale-step", () -> steps.take(monitor, "red", request(7, "accept", null)));
        assertRefused("bad-disposal", () -> steps.take(monitor, "red", request(1, "return", " ")));
        assertRefused("bad-disposal", () -> steps.take(monitor, "red", request(1, "dance", null)));
        assertRefused("bad-disposal", () -> steps.take(monitor, "red", request(1, "comment", "x".repeat(2_001))));
        assertRefused("unknown-alert", () -> steps.take(monitor, "none", request(1, "accept", null)));
        Viewer foodOnly = new Viewer("f", "f", "u", Set.of(Role.TEAM), new Scope(Set.of("food"), Set.of(), Set.of()));
        assertRefused("unknown-alert", () -> steps.take(foodOnly, "red", request(1, "accept", null)));
        assertThatThrownBy(() -> steps.take(viewer(Role.GRID), "red", request(1, "accept", null)))
                .isInstanceOf(Forbidden.class);
        assertThat(written).isEmpty();
    }

    @Test
    void aCommentIsTakenOnAnyRevision() {
        steps(ClockMode.WALL).take(viewer(Role.GRID), "red", request(9, "comment", " seen "));
        assertThat(written.get(0).getComment()).isEqualTo("seen");
    }

    private static void assertRefused(String reason, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        StepRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private dev.forewarn.console.message.AlertMessage message(String id) {
        return alerts.message(viewer(Role.MONITOR), id).orElseThrow();
    }

    private static StepRequest request(int revision, String step, @org.jspecify.annotations.Nullable String comment) {
        return new StepRequest(revision, step, comment, null, null, null, null);
    }

    private static Viewer viewer(Role role) {
        return new Viewer("wang", "Wang", "centre", Set.of(role), Scope.ALL);
    }

    private Steps steps(ClockMode mode) {
        ConsoleSettings settings = new ConsoleSettings(
                "none:1",
                "t.",
                Path.of("unused"),
                ZoneId.of("Asia/Shanghai"),
                mode,
                100,
                "salt",
                new ConsoleSettings.Retention(
                        Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1)));
        return new Steps(
                alerts,
                written::add,
                new Actors(JdbcClient.create(source), settings),
                Clock.fixed(NOW, ZoneOffset.UTC),
                settings);
    }
}
