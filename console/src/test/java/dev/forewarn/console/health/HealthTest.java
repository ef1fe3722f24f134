package dev.forewarn.console.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.SourceState;
import dev.forewarn.avro.Wire;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.TestReports;
import dev.forewarn.console.access.Forbidden;
import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.catalogue.TestCatalogue;
import dev.forewarn.console.health.HealthReport.Rejected;
import dev.forewarn.console.ingest.IngestStatus;
import dev.forewarn.console.ingest.Message.Poison;
import dev.forewarn.console.store.TestStore;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HealthTest {

    private HikariDataSource source;
    private Healths healths;

    @BeforeEach
    void fill() {
        source = TestDatabase.H2.make();
        healths = new Healths(
                JdbcClient.create(source),
                new IngestStatus(Clock.fixed(Samples.AT, ZoneOffset.UTC)),
                new Flink(new FlinkSettings("")),
                TestCatalogue.headings(source),
                Set.of("complainant"));
        TestStore.write(
                source,
                TestCatalogue.bundle("live"),
                reject("undecodable", "<b>\u0000\u202Ebad</b>".repeat(500).getBytes(UTF_8)),
                reject(
                        "future-occurred",
                        Wire.encode(Samples.event("E-a", "INS-1")
                                .setAttributes(Map.of("complainant", "5eed"))
                                .build())),
                Poison.of("unknown-schema", "nobody knows it", new byte[] {1, 2}),
                SourceState.newBuilder()
                        .setSource("inspection")
                        .setAt(Samples.AT)
                        .setSilentSince(LocalDate.of(2026, 3, 1))
                        .setNewestDay(LocalDate.of(2026, 2, 28))
                        .build());
    }

    private static Reject reject(String reason, byte[] input) {
        return Reject.newBuilder()
                .setReason(reason)
                .setDetail("why")
                .setTopic("t.events.v1")
                .setPartition(0)
                .setOffset(7)
                .setInput(ByteBuffer.wrap(input))
                .setInputLength(input.length)
                .setInputSha256("00")
                .build();
    }

    @AfterEach
    void closeDatabase() {
        source.close();
    }

    @Test
    void inputsAreBoundedAndNothingInThemActs() {
        HealthReport report = report(Role.MONITOR, "undecodable");

        assertThat(report.reasons()).hasSize(2);
        assertThat(report.rejects().items()).hasSize(1);
        String input = report.rejects().items().get(0).input();
        assertThat(input).startsWith("<b>··bad</b>").endsWith(" …").hasSizeLessThan(Printable.MOST + 3);
        assertThat(report.poisoned()).hasSize(1);
    }

    @Test
    void anInformantIsSeenByThoseWhoMay() {
        assertThat(report(Role.MONITOR, "future-occurred").rejects().items())
                .extracting(Rejected::input)
                .allMatch(input -> input.contains("5eed"));
        assertThat(report(Role.SYSTEM_ADMIN, "future-occurred").rejects().items())
                .extracting(Rejected::input)
                .containsExactly("");
    }

    @Test
    void silentSourcesBearTheirNamesAndWhatIsNotKnownSaysSo() {
        HealthReport report = report(Role.MONITOR, "");

        assertThat(report.silent()).isEqualTo(1);
        assertThat(report.sources().get(0).nameZh()).isEqualTo("检查系统");
        assertThat(report.checkpoints().get(0).at()).isNull();
        assertThat(report.checkpoints().get(0).unknown()).isEqualTo("forewarn.console.flink.address");
        assertThat(report.partitions()).hasSize(1);
    }

    @Test
    void aTeamDoesNotSeeIt() {
        assertThatThrownBy(() -> report(Role.TEAM, "")).isInstanceOf(Forbidden.class);
    }

    @Test
    void whoHasABoundSeesWhatIsWithinIt() {
        TestStore.write(
                source,
                Samples.assessment("E-a", Samples.AT).build(),
                Samples.assessment("E-far", Samples.AT).setDivision("110000").build(),
                Samples.alert("food", 1)
                        .setDomains(List.of("food"))
                        .setEntityId("E-a")
                        .build(),
                rejectOf("E-a", Wire.encode(Samples.event("E-a", "of-drug").build())),
                rejectOf(
                        "E-a",
                        Wire.encode(Samples.event("E-a", "of-food")
                                .setDomains(List.of("food"))
                                .build())),
                rejectOf("E-far", Wire.encode(Samples.event("E-far", "far").build())),
                rejectOf(
                        "E-a",
                        Wire.encode(Samples.disposal("food", 1, "accept")
                                .setComment("about-food")
                                .build())));

        HealthReport report = healths.report(
                TestReports.viewer(new Scope(Set.of("drug"), Set.of("36"), Set.of()), Role.MONITOR), "", 1);

        assertThat(report.rejects().total()).isEqualTo(2);
        assertThat(report.rejects().items()).extracting(Rejected::entityId).containsOnly("E-a");
        assertThat(report.rejects().items()).extracting(Rejected::detail).containsExactlyInAnyOrder("why", "");
        assertThat(report.rejects().items().toString()).contains("of-drug").doesNotContain("of-food", "about-food");
        assertThat(report.reasons()).extracting(HealthReport.Reason::count).containsExactly(2L);
        assertThat(report.poisoned()).singleElement().satisfies(one -> {
            assertThat(one.content()).isEmpty();
            assertThat(one.detail()).isEmpty();
        });
        assertThat(report(Role.MONITOR, "").rejects().total()).isEqualTo(6);
    }

    private static Reject rejectOf(String entityId, byte[] input) {
        return Reject.newBuilder(reject("future-occurred", input))
                .setEntityId(entityId)
                .build();
    }

    private HealthReport report(Role role, String reason) {
        return healths.report(TestReports.viewer(Scope.ALL, role), reason, 1);
    }
}
