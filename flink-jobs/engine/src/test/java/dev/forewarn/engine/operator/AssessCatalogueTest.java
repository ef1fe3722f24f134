package dev.forewarn.engine.operator;

import static dev.forewarn.engine.operator.AssessHarness.assessments;
import static dev.forewarn.engine.operator.AssessHarness.settings;
import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.StateSchema;
import dev.forewarn.engine.timeline.Catalogues;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.CatalogueRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catalogues that are published while the job runs. */
class AssessCatalogueTest {

    private static final long NOON = at("2026-03-10T12:00");

    @Test
    void aCatalogueIsInForceFromItsInstantOnTheEntitysOwnClock() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.publish(bundle("v2 600", NOON));
            entity.read("early", NOON - 1, Messages.penalty("early", NOON - 1));
            entity.read("late", NOON, Messages.penalty("late", NOON));
            assertThat(assessments(entity.results()))
                    .extracting(a -> a.getEntityId() + " " + a.getCatalogueVersion() + " " + a.getHeadlineClass())
                    .containsExactly("early v1 B", "late v2 C");
            assertThat(entity.catalogues()).isEqualTo(2);
        }
    }

    @Test
    void whenACatalogueArrivesDoesNotMatterIfItIsBeforeItsInstant() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.read(ENTITY, NOON - 1, Messages.penalty(ENTITY, NOON - 1));
            entity.results();
            entity.publish(bundle("v3 700", NOON + 50));
            entity.publish(bundle("v2 600", NOON));
            entity.read(ENTITY, NOON + 10, Messages.recall(ENTITY, NOON + 10, "batch 7"));
            assertThat(assessments(entity.results()))
                    .last()
                    .satisfies(a -> assertThat(a.getCatalogueVersion()).isEqualTo("v2"));
            entity.read(ENTITY, NOON + 60, Messages.recall(ENTITY, NOON + 60, "batch 8"));
            assertThat(assessments(entity.results()))
                    .last()
                    .satisfies(a -> assertThat(a.getCatalogueVersion()).isEqualTo("v3"));
        }
    }

    @Test
    void aRestoredJobKeepsWhatWasPublishedAndIgnoresANewSubmission() throws Exception {
        try (AssessHarness before = AssessHarness.start(settings())) {
            before.publish(bundle("v2 600", NOON));
            AssessSettings submission = settings("v9 900", AssessSettings.NEVER);
            for (AssessHarness half : AssessHarness.restore(submission, 2, List.of(before))) {
                assertThat(half.catalogues()).isEqualTo(2);
                half.close();
            }
            try (AssessHarness after =
                    AssessHarness.restore(submission, 1, List.of(before)).get(0)) {
                after.read(ENTITY, NOON, Messages.penalty(ENTITY, NOON));
                assertThat(assessments(after.results()))
                        .extracting(a -> a.getCatalogueVersion())
                        .containsExactly("v2");
            }
        }
    }

    @Test
    void whatWasPublishedDuringAnOutageIsKnownBeforeTheFirstEvent() throws Exception {
        try (AssessHarness before = AssessHarness.start(settings())) {
            CatalogueRecord bad = Catalogues.live(0, NOON - 40_000, "nonsense");
            CatalogueRecord second = Catalogues.live(1, NOON - 30_000, "v2 600");
            CatalogueRecord third = Catalogues.live(2, NOON - 30_000, "v3 700");
            CatalogueRecord refused = Catalogues.live(3, NOON - 30_000, "v4 800");
            CatalogueBacklog backlog = () -> List.of(
                    bad,
                    second,
                    third,
                    refused,
                    Catalogues.acceptance(4, NOON - 30_000, second),
                    Catalogues.refusal(5, NOON - 30_000, refused),
                    Catalogues.acceptance(6, NOON, third),
                    Catalogues.acceptance(7, NOON, refused));
            try (AssessHarness after = AssessHarness.restore(settings(), backlog, 1, List.of(before))
                    .get(0)) {
                after.read(ENTITY, NOON, Messages.penalty(ENTITY, NOON));
                assertThat(assessments(after.results()))
                        .extracting(a -> a.getCatalogueVersion())
                        .containsExactly("v2");
                assertThat(after.catalogues())
                        .as("the submitted one and two that were accepted")
                        .isEqualTo(3);
                after.publish(bundle("v2 600", NOON));
                assertThat(after.catalogues()).isEqualTo(3);
            }
        }
    }

    @Test
    void theOldestCatalogueGoesWhenThereAreTooMany() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            for (int i = 1; i <= StateSchema.BUNDLES; i++) {
                entity.publish(bundle("p" + i + " 300", NOON + i));
            }
            assertThat(entity.catalogues()).isEqualTo(StateSchema.BUNDLES);
            entity.read(ENTITY, NOON - 1, Messages.penalty(ENTITY, NOON - 1));
            assertThat(assessments(entity.results()))
                    .extracting(a -> a.getCatalogueVersion())
                    .containsExactly("p1");
        }
    }

    @Test
    void rollingBackIsANewPublicationOfTheOldText() throws Exception {
        try (AssessHarness entity = AssessHarness.start(settings())) {
            entity.publish(bundle("v2 600", NOON));
            entity.publish(bundle(FakeCompiler.BUNDLE, NOON + 10));
            entity.read(ENTITY, NOON + 5, Messages.penalty(ENTITY, NOON + 5));
            entity.read("other", NOON + 10, Messages.penalty("other", NOON + 10));
            assertThat(assessments(entity.results()))
                    .extracting(a -> a.getCatalogueVersion())
                    .containsExactly("v2", "v1");
        }
    }

    @Test
    void aSubmittedCatalogueThatIsNotSoundStopsTheJobBeforeTheFirstEvent() {
        assertThatThrownBy(() -> AssessHarness.start(settings("v1 many", AssessSettings.NEVER)))
                .rootCause()
                .hasMessageContaining("a bundle has a version and points");
    }

    private static BundleText bundle(String text, long effectiveAtMs) {
        return new BundleText(FakeCompiler.version(text), effectiveAtMs, effectiveAtMs - 30_000, text);
    }
}
