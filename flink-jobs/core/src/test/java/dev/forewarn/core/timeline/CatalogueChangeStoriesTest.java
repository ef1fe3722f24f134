package dev.forewarn.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Family;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.alert.RuleTerms;
import dev.forewarn.core.assess.DomainStanding;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.fact.Comparison;
import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.score.Combination;
import dev.forewarn.core.time.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of alerts when their rules change under them, and other things that only chance had thought of. */
class CatalogueChangeStoriesTest {

    private static final int PENALTIES_IN_A_YEAR = 4;

    private static Events penalty(String key) {
        return Events.of("penalty.decided").key(key);
    }

    private static CatalogueTimeline timeline(Catalogue first, Object... instantsAndCatalogues) {
        List<CatalogueTimeline.Entry> entries = new ArrayList<>();
        entries.add(new CatalogueTimeline.Entry(Long.MIN_VALUE, first));
        for (int i = 0; i < instantsAndCatalogues.length; i += 2) {
            entries.add(new CatalogueTimeline.Entry(
                    Events.ms((String) instantsAndCatalogues[i]), (Catalogue) instantsAndCatalogues[i + 1]));
        }
        return new CatalogueTimeline(entries);
    }

    private static Catalogue with(String version, List<Scheme> more, AlertRule... rules) {
        Catalogue story = Rulebook.empty().build();
        List<Scheme> schemes = new ArrayList<>(story.schemes());
        schemes.addAll(more);
        return new Catalogue(
                version,
                story.days(),
                story.measures(),
                story.readings(),
                schemes,
                List.of(rules),
                story.retained(),
                story.correctionHorizonDays());
    }

    private static RuleTerms terms(String id, long coolDownMs) {
        return new RuleTerms(id, new Label(id, id), Family.LEAD, List.of(), 0, 0, coolDownMs, "");
    }

    private static AlertRule.Condition penalties(RuleTerms terms, int number, @Nullable DayCondition clear) {
        return new AlertRule.Condition(
                terms,
                new DayCondition.ReadingIs(PENALTIES_IN_A_YEAR, Comparison.AT_LEAST, number * Exact.ONE),
                clear,
                List.of(new AlertRule.DayLevel(Level.ORANGE, new DayCondition.All(List.of()))));
    }

    private static Scheme food() {
        return new Scheme(
                "food",
                new Label("食品", "food"),
                Combination.ADDITIVE,
                100,
                new ClassBands(List.of("good", "bad"), List.of(50)),
                List.of(),
                FusionMode.WORST);
    }

    @Test
    void catalogueThatChangesAtMidnightIsNotBlamedForWhatTheNewDayBrings() {
        Story story = new Story(timeline(
                Rulebook.empty().version("1").crossing(0, 0).build(),
                "2027-03-02T00:00",
                Rulebook.empty().version("2").crossing(0, 0).build()));
        story.at("2026-03-02T10:00", penalty("p1"))
                .expectAlerts("2026-03-02T10:00 RAISED BLUE CROSS general by EVENT r1");
        story.until("2027-02-28T23:59");
        assertThat(story.outputs()).isNotEmpty();
        story.until("2027-03-02T00:00");
        assertThat(story.lastAlert()).isEqualTo("2027-03-02T00:00 CLEARED BLUE CROSS general (expiry) by TIME r3");
    }

    @Test
    void crossingIsClearedWhenItsDomainIsNoLongerWatched() {
        AlertRule.Crossing elsewhere =
                new AlertRule.Crossing(terms("CROSS", 0), List.of("food"), Map.of("B", Level.BLUE), 0);
        Story story = new Story(timeline(
                Rulebook.empty().version("1").crossing(0, 0).build(),
                "2026-03-05T12:00",
                with("2", List.of(food()), elsewhere)));
        story.at("2026-03-02T10:00", penalty("p1"))
                .until("2026-03-05T12:00")
                .expectAlerts(
                        "2026-03-02T10:00 RAISED BLUE CROSS general by EVENT r1",
                        "2026-03-05T12:00 CLEARED BLUE CROSS general (rule-change) by RULE_CHANGE r2");
    }

    @Test
    void alertWithASubjectIsClearedWhenItsRuleIsNowAboutTheWholeBusiness() {
        Story story = new Story(timeline(
                Rulebook.empty().version("1").recall().build(),
                "2026-03-05T12:00",
                with("2", List.of(), penalties(terms("T08", 0), 1, null))));
        story.at("2026-03-02T10:00", Events.of("recall.announced").subject("r1"))
                .at("2026-03-03T10:00", penalty("p1"))
                .until("2026-03-05T12:00")
                .expectAlerts(
                        "2026-03-02T10:00 RAISED YELLOW T08 r1 by EVENT r1",
                        "2026-03-05T12:00 CLEARED YELLOW T08 r1 (rule-change) by RULE_CHANGE r2",
                        "2026-03-05T12:00 RAISED ORANGE T08 by RULE_CHANGE r1");
    }

    @Test
    void coolDownEndsOnTimeThoughTheRuleHasNoneAnyMore() {
        Catalogue two = with("1", List.of(), penalties(terms("TWICE", 0), 2, null));
        Catalogue nine = with("2", List.of(), penalties(terms("TWICE", 5 * 86_400_000L), 9, null));
        Story story = new Story(timeline(two, "2026-03-05T12:00", nine, "2026-03-06T12:00", two));
        story.at("2026-03-02T10:00", penalty("p1"))
                .at("2026-03-02T11:00", penalty("p2"))
                .until("2026-03-20T00:00")
                .expectAlerts(
                        "2026-03-02T11:00 RAISED ORANGE TWICE by EVENT r1",
                        "2026-03-05T12:00 CLEARED ORANGE TWICE (rule-change) by RULE_CHANGE r2",
                        "2026-03-10T12:00 RAISED ORANGE TWICE by TIME r1");
    }

    @Test
    void marginThatReachesAClassWithoutALevelStillKeepsTheAlert() {
        AlertRule.Crossing onlyB =
                new AlertRule.Crossing(terms("CROSS", 0), List.of("general"), Map.of("B", Level.BLUE), 250);
        Story story = new Story(with("1", List.of(), onlyB));
        story.at("2026-03-02T10:00", penalty("p1"))
                .at("2026-03-03T10:00", Events.of("recall.announced"))
                .expectAlerts("2026-03-02T10:00 RAISED BLUE CROSS general by EVENT r1");
    }

    @Test
    void alertEndedByDeregistrationAndRaisedAgainInTheSameInstantGoesOn() {
        Story story = new Story(Rulebook.empty().twoPenalties(0, 0, 0).build());
        story.at("2026-03-02T10:00", penalty("p1"))
                .at("2026-03-02T10:00", penalty("p2"))
                .at("2026-03-02T10:00", Events.profile("Shop").ended("2026-03-01T00:00"))
                .at("2026-03-02T10:00", Events.profile("Shop").revision(1))
                .expectAlerts(
                        "2026-03-02T10:00 RAISED ORANGE TWICE by EVENT r1",
                        "2026-03-02T10:00 CLEARED ORANGE TWICE (deregistered) by EVENT r2",
                        "2026-03-02T10:00 RAISED ORANGE TWICE by EVENT r3");
    }

    @Test
    void schemeWithFewerClassesThanTheGeneralOneEndsAtItsLast() {
        Story story = new Story(with("1", List.of(food())));
        story.at("2026-03-02T10:00", penalty("p1").domains("food"))
                .at("2026-03-02T11:00", penalty("p2"))
                .at("2026-03-02T12:00", penalty("p3"));
        assertThat(story.lastAssessment().standings())
                .extracting(DomainStanding::domain, DomainStanding::label, DomainStanding::fusedLabel)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("general", "C", "C"),
                        org.assertj.core.groups.Tuple.tuple("food", "good", "bad"));
    }
}
