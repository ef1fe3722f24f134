package dev.forewarn.engine.operator;

import static dev.forewarn.engine.operator.AssessHarness.alerts;
import static dev.forewarn.engine.operator.AssessHarness.settings;
import static dev.forewarn.engine.operator.AssessHarness.shadowAlerts;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.avro.Alert;
import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.Outbound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A catalogue that is assessed beside the one in force. */
class ShadowTest {

    private static final long NOON = at("2026-03-10T12:00");
    private static final long LATER = NOON + 3_600_000;
    private static final long MUCH_LATER = LATER + 3_600_000;

    @Test
    void whatAShadowWouldRaiseGoesToItsOwnChannelAndNothingElseIsSaid() throws Exception {
        try (AssessHarness town = town()) {
            town.publishShadow(bundle("v2 600", LATER));
            town.time(LATER);
            town.walk();
            List<Outbound> results = town.results();
            assertThat(shadowAlerts(results)).extracting(ShadowTest::told).containsExactly("one CROSS ESCALATED v2");
            assertThat(results).hasSize(1);
            assertThat(town.dossiers()).isEqualTo(2 + 2);
        }
    }

    @Test
    void theLiveHistoryIsTheSameWithAndWithoutAShadow() throws Exception {
        assertThat(live(true)).usingRecursiveComparison().isEqualTo(live(false));
    }

    @Test
    void itDoesNotMatterWhetherTheWalkAnEventOrATimerBringsAnEntityIntoTheShadow() throws Exception {
        List<Alert> walked = throughShadow(true);
        assertThat(walked).hasSizeGreaterThan(2).isEqualTo(throughShadow(false));
    }

    @Test
    void aRestoredShadowGoesOn() throws Exception {
        try (AssessHarness before = town()) {
            before.publishShadow(bundle("v2 600", LATER));
            before.time(LATER);
            before.walk();
            before.results();
            try (AssessHarness after =
                    AssessHarness.restore(settings(), 1, List.of(before)).get(0)) {
                after.time(LATER + 1);
                after.walk();
                assertThat(after.results()).isEmpty();
                after.read("one", LATER + 2, Messages.recall("one", LATER + 2, "batch 7"));
                assertThat(shadowAlerts(after.results()))
                        .extracting(ShadowTest::told)
                        .containsExactly("one T08 RAISED v2");
            }
        }
    }

    @Test
    void aWithdrawnShadowLeavesNothingBehind() throws Exception {
        try (AssessHarness town = town()) {
            town.publishShadow(bundle("v2 600", LATER));
            town.time(LATER);
            town.walk();
            town.publishShadow(new BundleText("", MUCH_LATER, MUCH_LATER - 30_000, ""));
            town.time(MUCH_LATER);
            town.walk();
            assertThat(town.dossiers()).isEqualTo(2);
            town.results();
            town.read("one", MUCH_LATER, Messages.recall("one", MUCH_LATER, "batch 7"));
            assertThat(shadowAlerts(town.results())).isEmpty();
        }
    }

    @Test
    void anotherShadowStartsAnewFromTheLiveDossier() throws Exception {
        try (AssessHarness town = town()) {
            town.publishShadow(bundle("v2 600", LATER));
            town.publishShadow(bundle("v3 800", MUCH_LATER));
            town.time(LATER);
            town.walk();
            town.results();
            town.time(MUCH_LATER);
            town.walk();
            assertThat(shadowAlerts(town.results()))
                    .as("from B, where the live dossier stands, and not from C, where the first shadow stood")
                    .extracting(a -> told(a) + " " + a.getRevision())
                    .containsExactly("one CROSS ESCALATED v3 2");
            assertThat(town.dossiers()).isEqualTo(2 + 2);
        }
    }

    @Test
    void whatPeopleDoAboutAnAlertTheyDoAboutItsTwinWhateverItsRevision() throws Exception {
        try (AssessHarness town = AssessHarness.start(settings())) {
            town.read("one", NOON, Messages.penalty("one", NOON));
            town.time(NOON);
            town.walk();
            Alert seen = alerts(town.results()).get(0);
            town.publishShadow(bundle("v2 600", LATER));
            town.time(LATER);
            town.walk();
            town.results();
            town.read(
                    "one",
                    MUCH_LATER,
                    Messages.disposal(
                            "one",
                            MUCH_LATER,
                            step -> step.setAlertId(seen.getAlertId()).setAlertRevision(seen.getRevision())));
            List<Outbound> results = town.results();
            assertThat(alerts(results)).extracting(ShadowTest::handled).containsExactly("HANDLED ACCEPTED 2");
            assertThat(shadowAlerts(results)).extracting(ShadowTest::handled).containsExactly("HANDLED ACCEPTED 3");
        }
    }

    private static String handled(Alert alert) {
        return alert.getTransition() + " " + alert.getHandling() + " " + alert.getRevision();
    }

    private static List<Outbound> live(boolean hasShadow) throws Exception {
        try (AssessHarness town = town()) {
            if (hasShadow) {
                town.publishShadow(bundle("v2 600 1 5d", LATER));
            }
            town.time(LATER);
            town.walk();
            town.read("one", MUCH_LATER, Messages.penalty("one", MUCH_LATER));
            town.time(at("2027-05-01T12:00"));
            return town.results().stream()
                    .filter(message -> message.channel() != Outbound.Channel.SHADOW_ALERTS)
                    .toList();
        }
    }

    private static List<Alert> throughShadow(boolean isWalked) throws Exception {
        try (AssessHarness town = town()) {
            town.publishShadow(bundle("v2 600 1 5d", LATER));
            town.time(LATER);
            if (isWalked) {
                town.walk();
            }
            town.read("one", MUCH_LATER, Messages.penalty("one", MUCH_LATER));
            town.time(at("2027-05-01T12:00"));
            List<Alert> said = new ArrayList<>(shadowAlerts(town.results()));
            said.removeIf(alert -> !alert.getEntityId().equals("one"));
            return said;
        }
    }

    private static String told(Alert alert) {
        return alert.getEntityId() + " " + alert.getRule() + " " + alert.getTransition() + " "
                + alert.getCatalogueVersion();
    }

    /** One has a penalty and is B for it, the other is registered only. */
    private static AssessHarness town() throws Exception {
        AssessHarness town = AssessHarness.start(settings());
        town.read("one", NOON, Messages.penalty("one", NOON));
        town.read("other", NOON, Messages.profile("other", NOON, "某某大药房"));
        town.time(NOON);
        town.walk();
        assertThat(alerts(town.results())).hasSize(1);
        return town;
    }

    private static BundleText bundle(String text, long effectiveAtMs) {
        return new BundleText(FakeCompiler.version(text), effectiveAtMs, effectiveAtMs - 30_000, text);
    }
}
