package dev.forewarn.engine.operator;

import static dev.forewarn.engine.operator.AssessHarness.alerts;
import static dev.forewarn.engine.operator.AssessHarness.assessments;
import static dev.forewarn.engine.operator.AssessHarness.classes;
import static dev.forewarn.engine.operator.AssessHarness.settings;
import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.StaleSource;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.source.WatchedSource;
import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.Outbound;
import dev.forewarn.engine.wire.SourceEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a subtask tells of the sources that it hears, and what it says of those that are silent. */
class HearingTest {

    private static final long NOON = at("2026-03-10T12:00");
    private static final long CHANGE = at("2026-03-12T09:00");
    private static final WatchedSource SILENT = WatchedSource.named(20_500, 1, FakeCompiler.ZONE.getId())
            .heardOn(20_510)
            .silent();

    private static AssessSettings naming(String sources) {
        return settings(FakeCompiler.BUNDLE + sources, AssessSettings.NEVER);
    }

    private static void penalty(AssessHarness town, String source, String local) throws Exception {
        town.read(ENTITY, at(local), Messages.event(ENTITY, at(local), event -> event.setSource(source)));
    }

    private static List<String> told(AssessHarness town) {
        return town.notes().stream()
                .map(note -> note.kind() + " " + note.source() + " "
                        + Instant.ofEpochMilli(note.atMs())
                                .atZone(FakeCompiler.ZONE)
                                .toLocalDateTime()
                        + " " + note.allowedDays())
                .toList();
    }

    @Test
    void eachNamedSourceIsHeardOnceADay() throws Exception {
        try (AssessHarness town = AssessHarness.start(naming(" source:court:2 source:tax:7"))) {
            penalty(town, "court", "2026-03-10T12:00");
            penalty(town, "court", "2026-03-10T13:00");
            penalty(town, "stranger", "2026-03-10T13:00");
            penalty(town, "court", "2026-03-11T08:00");
            penalty(town, "court", "2026-03-10T20:00");
            assertThat(told(town))
                    .containsExactly(
                            "NAMED court 2026-03-10T12:00 2",
                            "NAMED tax 2026-03-10T12:00 7",
                            "HEARD court 2026-03-10T00:00 2",
                            "HEARD court 2026-03-11T00:00 2");
        }
    }

    @Test
    void aCatalogueThatTakesEffectSaysWhatItNamesAndNoLongerNames() throws Exception {
        try (AssessHarness town = AssessHarness.start(naming(" source:court:2"))) {
            town.time(NOON);
            town.publish(new BundleText("v2", CHANGE, NOON, "v2 300 source:tax:7"));
            town.time(CHANGE - 1);
            assertThat(told(town)).containsExactly("NAMED court 2026-03-10T12:00 2");
            town.time(CHANGE + 5_000);
            penalty(town, "court", "2026-03-11T08:00");
            assertThat(told(town).subList(1, 3))
                    .containsExactly("NAMED tax 2026-03-12T09:00 7", "DROPPED court 2026-03-12T09:00 2");
            assertThat(town.notes()).hasSize(3);
        }
    }

    @Test
    void afterARestartAllIsToldAgain() throws Exception {
        try (AssessHarness before = AssessHarness.start(naming(" source:court:2"))) {
            before.publish(new BundleText("v2", CHANGE, NOON, "v2 300 source:tax:7"));
            before.time(CHANGE + 5_000);
            try (AssessHarness after = AssessHarness.restore(naming(" source:court:2"), 1, List.of(before))
                    .get(0)) {
                penalty(after, "tax", "2026-03-12T10:00");
                assertThat(told(after))
                        .containsExactly(
                                "NAMED tax 2026-03-12T09:00 7",
                                "DROPPED court 2026-03-12T09:00 2",
                                "HEARD tax 2026-03-12T00:00 7");
            }
        }
    }

    @Test
    void assessmentsNameTheSilentSourcesUntilTheyAreHeardAndAlertsDoNot() throws Exception {
        try (AssessHarness town = AssessHarness.start(naming(" source:court:2 source:tax:7"))) {
            town.hear(news(5, SourceEncoding.silent("court", SILENT)));
            penalty(town, "tax", "2026-03-10T12:00");
            List<Outbound> results = town.results();
            assertThat(assessments(results).get(0).getSources())
                    .containsExactly(new StaleSource(
                            "court", "court", "court", LocalDate.ofEpochDay(20_512), LocalDate.ofEpochDay(20_510)));
            assertThat(alerts(results)).isNotEmpty();

            town.hear(news(9, SourceEncoding.heard("court", SILENT, SILENT.heardOn(20_520))));
            town.hear(news(5, SourceEncoding.silent("court", SILENT)));
            penalty(town, "tax", "2026-03-10T14:00");
            assertThat(assessments(town.results()).get(0).getSources()).isEmpty();
        }
    }

    @Test
    void whatWasToldBeforeTheStartIsKnown() throws Exception {
        CatalogueRecord silent = record(5, SourceEncoding.silent("court", SILENT));
        try (AssessHarness before = AssessHarness.start(naming(" source:court:2"));
                AssessHarness town = AssessHarness.restore(
                                naming(" source:court:2"), () -> List.of(silent), 1, List.of(before))
                        .get(0)) {
            penalty(town, "court", "2026-03-10T12:00");
            assertThat(assessments(town.results()).get(0).getSources()).hasSize(1);
        }
    }

    @Test
    void anEntityThatStandsForASourceIsNotTriedAndHasNoClass() throws Exception {
        try (AssessHarness town = AssessHarness.start(settings())) {
            Outbound event = SourceEncoding.silent("court", SILENT).get(0);
            town.read(event.key(), SILENT.startOfMs(SILENT.silentDay()), event.value());
            town.time(at("2026-05-02T00:00"));
            assertThat(event.key()).isEqualTo(Source.entityId("court"));
            assertThat(classes(town.results())).isEmpty();
            BundleText next = new BundleText("v2", at("2026-05-03T00:00"), NOON, "v2 600");
            town.hear(new BundleNews(
                    BundleNews.Stage.CANDIDATE, next, record(7, List.of(event)).withoutText()));
            town.walk();
            assertThat(town.tallies()).extracting(Tally::entities).containsExactly(0L);
        }
    }

    private static BundleNews news(long offset, List<Outbound> said) {
        return BundleNews.ofSource(record(offset, said));
    }

    /** The last of what was said, as it stands on the topic of catalogues. */
    private static CatalogueRecord record(long offset, List<Outbound> said) {
        Outbound state = new ArrayList<>(said).get(said.size() - 1);
        return new CatalogueRecord(state.key(), state.value(), Map.of(), 0, offset, NOON);
    }

    @Test
    void theCheckOfCataloguesLetsStatesOfSourcesPassAndRefusesWhatIsNone() {
        CatalogueRecord told = record(5, SourceEncoding.silent("court", SILENT));
        Ledger ledger = new Ledger();
        assertThat(ledger.take(told)).isInstanceOf(Ledger.OfSource.class);
        assertThat(ledger.take(new CatalogueRecord(
                        "source/court", "no".getBytes(StandardCharsets.UTF_8), Map.of(), 0, 6, NOON)))
                .isInstanceOf(Ledger.Garbled.class);
    }
}
