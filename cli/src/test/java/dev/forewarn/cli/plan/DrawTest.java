package dev.forewarn.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.plan.Chance.Basis;
import dev.forewarn.cli.plan.Visits.Found;
import dev.forewarn.cli.plan.Visits.Visit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final OptionalInt AS_RATIOS_SAY = OptionalInt.empty();

    private static Visits visited(String... days) {
        return new Visits(List.of(days).stream()
                .map(day -> new Visit(LocalDate.parse(day), Found.NOTHING))
                .toList());
    }

    private static Line find(List<Line> lines, String id) {
        return lines.stream()
                .filter(line -> line.business().entityId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long selected(List<Line> lines, String riskClass) {
        return lines.stream()
                .filter(line -> line.isSelected() && line.chance().riskClass().equals(riskClass))
                .count();
    }

    @Test
    void numbersAreThoseOfSha256sum() {
        // printf '%s' '42|2026-12|A-1' | sha256sum | cut -c1-10
        assertThat(Lot.hex(new Lot("42", Towns.MONTH).of(Towns.business("A-1", "general", "A"))))
                .isEqualTo("0098cf7107");
        // printf '%s' '42|2026-12' | sha256sum | cut -c1-8, as a part of 16^8
        assertThat(new Lot("42", Towns.MONTH).start()).isEqualTo(292_189);
    }

    @Test
    void eachClassIsVisitedByItsRatioUpToOneVisit() {
        List<Line> lines = Towns.draw(Towns.of(1000, 300, 50, 7), "7", Towns.rules(""), AS_RATIOS_SAY, Map.of());
        assertThat(selected(lines, "A")).isBetween(9L, 11L);
        assertThat(selected(lines, "B")).isBetween(8L, 10L);
        assertThat(selected(lines, "C")).isBetween(9L, 11L);
        assertThat(selected(lines, "D")).isEqualTo(7);
        assertThat(find(lines, "C-3").probability()).isEqualTo(200_000);
    }

    @Test
    void overManySeedsEachIsVisitedAsOftenAsItsProbabilitySays() {
        List<Business> town = Towns.of(40, 20, 10, 2);
        int draws = 4000;
        Map<String, Integer> hits = new HashMap<>();
        Map<String, Integer> probabilities = new HashMap<>();
        for (int seed = 0; seed < draws; seed++) {
            for (Line line :
                    Towns.draw(town, "s" + seed, Towns.rules("least: {A: 0.02}"), OptionalInt.of(12), Map.of())) {
                hits.merge(line.business().entityId(), line.isSelected() ? 1 : 0, Integer::sum);
                probabilities.merge(line.business().entityId(), line.probability(), Integer::max);
            }
        }
        probabilities.forEach((id, millionths) -> {
            double probability = millionths / 1e6;
            double deviation = Math.sqrt(probability * (1 - probability) / draws);
            assertThat((double) hits.getOrDefault(id, 0) / draws)
                    .as(id)
                    .isCloseTo(probability, within(4.5 * deviation + 2e-6));
        });
    }

    @Test
    void exactlySoManyVisitsAreMadeAndTheLeastShareStays() {
        List<Business> town = Towns.of(1000, 300, 50, 7);
        PlanRules rules = Towns.rules("least: {A: 0.01}");
        for (int visits : new int[] {18, 30, 100, 1357}) {
            List<Line> lines = Towns.draw(town, "7", rules, OptionalInt.of(visits), Map.of());
            assertThat(lines.stream().filter(Line::isSelected)).hasSize(visits);
            assertThat(find(lines, "A-1").probability()).isGreaterThanOrEqualTo(10_000);
        }
        assertThatThrownBy(() -> Towns.draw(town, "7", rules, OptionalInt.of(9), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("least random shares need 10");
        assertThatThrownBy(() -> Towns.draw(town, "7", rules, OptionalInt.of(1358), Map.of()))
                .hasMessageContaining("only 1357 businesses can be drawn");
    }

    @Test
    void floorsComeUpWhenTheirMonthsAreOver() {
        PlanRules rules = Towns.rules("floors: [{name: once a year, domains: [general], classes: [A], months: 12}]");
        List<Business> town = Towns.of(3, 0, 0, 0);
        Map<String, Visits> past = Map.of(
                "A-0", visited("2025-12-31"), "A-1", visited("2026-01-01"), "A-2", visited("2024-05-05", "2026-06-01"));
        List<Line> lines = Towns.draw(town, "7", rules, AS_RATIOS_SAY, past);
        assertThat(find(lines, "A-0").chance().basis()).isEqualTo(Basis.FLOOR);
        assertThat(find(lines, "A-0").isSelected()).isTrue();
        assertThat(find(lines, "A-0").probability()).isEqualTo(1_000_000);
        assertThat(find(lines, "A-1").chance().basis()).isEqualTo(Basis.DRAW);
        assertThat(find(lines, "A-2").chance().basis()).isEqualTo(Basis.DRAW);
    }

    @Test
    void floorsOfBusinessesNeverVisitedAreSpreadOverTheirMonths() {
        PlanRules rules = Towns.rules("floors: [{name: once a year, months: 12}]");
        long due = Towns.draw(Towns.of(1200, 0, 0, 0), "7", rules, AS_RATIOS_SAY, Map.of()).stream()
                .filter(line -> line.chance().basis() == Basis.FLOOR)
                .count();
        assertThat(due).isBetween(70L, 130L);
    }

    @Test
    void whoWasVisitedAsOftenAsIsAllowedIsNotDrawnUnlessAVisitIsDue() {
        PlanRules rules = Towns.rules(
                "caps: [{name: two a year, visits: 2}]\nfloors: [{name: monthly, classes: [C], months: 1}]");
        Map<String, Visits> past = Map.of(
                "D-0", visited("2026-02-01", "2026-11-30"),
                "D-1", visited("2026-02-01", "2025-12-31", "2026-12-01"),
                "C-0", visited("2026-02-01", "2026-11-30"));
        List<Line> lines = Towns.draw(Towns.of(0, 0, 1, 2), "7", rules, AS_RATIOS_SAY, past);
        assertThat(find(lines, "D-0").chance().basis()).isEqualTo(Basis.CAPPED);
        assertThat(find(lines, "D-0").isSelected()).isFalse();
        assertThat(find(lines, "D-0").probability()).isZero();
        assertThat(find(lines, "D-1").isSelected()).isTrue();
        assertThat(find(lines, "D-1").visited()).isEqualTo(1);
        assertThat(find(lines, "C-0").isSelected()).isTrue();
        assertThat(find(lines, "C-0").chance().reason()).isEqualTo("monthly; over the cap: two a year");
    }

    @Test
    void keySupervisionStandsOutsideOfTheDraw() {
        PlanRules rules =
                Towns.rules("key-supervision: [{name: D twice a year, domains: [general], classes: [D], months: 6}]");
        Map<String, Visits> past = Map.of("D-0", visited("2026-06-30"), "D-1", visited("2026-07-01"));
        List<Line> lines = Towns.draw(Towns.of(0, 0, 0, 2), "7", rules, AS_RATIOS_SAY, past);
        assertThat(find(lines, "D-0").chance().basis()).isEqualTo(Basis.KEY);
        assertThat(find(lines, "D-0").isSelected()).isTrue();
        assertThat(find(lines, "D-1").chance().basis()).isEqualTo(Basis.KEY_LATER);
        assertThat(find(lines, "D-1").isSelected()).isFalse();
        assertThatThrownBy(() -> Towns.draw(
                        Towns.of(0, 0, 0, 2),
                        "7",
                        rules,
                        OptionalInt.of(1),
                        Map.of("D-0", visited("2026-01-01"), "D-1", visited("2026-01-01"))))
                .hasMessageContaining("--visits 1 are fewer than the 2 that are due");
    }

    @Test
    void aDomainMayHaveRatiosOfItsOwnAndTheHighestCounts() {
        PlanRules rules = Towns.rules("domains: {drug: {B: 0.5}}").with(Map.of("A", 20_000, "food.B", 600_000));
        List<Line> lines = Towns.draw(
                List.of(
                        Towns.business("X", "drug", "B"),
                        Towns.business("Y", "food", "B"),
                        Towns.business("Z", "drug", "A")),
                "7",
                rules,
                AS_RATIOS_SAY,
                Map.of());
        assertThat(find(lines, "X").chance().stratum()).isEqualTo("drug B");
        assertThat(find(lines, "X").probability()).isEqualTo(500_000);
        assertThat(find(lines, "Y").probability()).isEqualTo(600_000);
        assertThat(find(lines, "Z").probability()).isEqualTo(20_000);
    }

    @Test
    void aClassWithoutRatioIsToldWithTheBusiness() {
        assertThatThrownBy(() -> Towns.draw(
                        List.of(Towns.business("X", "drug", "E")), "7", Towns.rules(""), AS_RATIOS_SAY, Map.of()))
                .hasMessageContaining("no ratio for any class of X (drug E)")
                .hasMessageContaining("--ratios E=0.05");
    }

    @Test
    void anotherMonthOrSeedDrawsOthers() {
        List<Business> town = Towns.of(0, 0, 500, 0);
        List<String> first = ids(Towns.draw(town, "7", Towns.rules(""), AS_RATIOS_SAY, Map.of()));
        assertThat(ids(Towns.draw(town, "8", Towns.rules(""), AS_RATIOS_SAY, Map.of())))
                .isNotEqualTo(first);
        assertThat(IntStream.range(0, 500).filter(i -> first.contains("C-" + i)).count())
                .isEqualTo(100);
    }

    private static List<String> ids(List<Line> lines) {
        return lines.stream()
                .filter(Line::isSelected)
                .map(line -> line.business().entityId())
                .toList();
    }
}
