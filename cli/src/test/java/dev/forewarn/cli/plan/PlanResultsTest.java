package dev.forewarn.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.forewarn.cli.plan.Chance.Basis;
import dev.forewarn.cli.plan.Visits.Found;
import dev.forewarn.cli.plan.Visits.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanResultsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 9);

    private static Visits found(Found... results) {
        return new Visits(
                List.of(results).stream().map(result -> new Visit(DAY, result)).toList());
    }

    private static PlannedVisit line(String id, String riskClass, Basis basis, int probability, boolean isSelected) {
        return new PlannedVisit(id, "", riskClass, basis, probability, isSelected);
    }

    @Test
    void figuresAreByClassAndByGroundAndEachBusinessCountsOnce() {
        List<PlannedVisit> lines = List.of(
                line("a", "A", Basis.DRAW, 100_000, true),
                line("b", "A", Basis.DRAW, 100_000, false),
                line("c", "D", Basis.DRAW, 1_000_000, true),
                line("d", "D", Basis.DRAW, 1_000_000, true),
                line("e", "B", Basis.KEY, 1_000_000, true),
                line("f", "B", Basis.FLOOR, 1_000_000, true));
        PlanResults results = PlanResults.of(
                lines,
                Map.of(
                        "a", found(Found.NOTHING),
                        "b", found(Found.PROBLEM),
                        "c", found(Found.NOTHING, Found.PROBLEM),
                        "e", found(Found.UNTOLD),
                        "x", found(Found.NOTHING)));
        assertThat(results.all()).isEqualTo(new PlanResults.Row("all", 5, 3, new Share(1, 2)));
        assertThat(results.byClass())
                .contains(
                        new PlanResults.Row("class A", 1, 1, new Share(0, 1)),
                        new PlanResults.Row("class D", 2, 1, new Share(1, 1)));
        assertThat(results.byGround())
                .extracting(PlanResults.Row::label)
                .containsExactly("by lot", "by class, certain", "statutory floor", "key supervision");
        assertThat(results.outside()).isEqualTo(new PlanResults.Row("outside of the plan", 0, 2, new Share(1, 2)));
        assertThat(results.missed()).extracting(PlannedVisit::entityId).containsExactly("d", "f");
    }

    @Test
    void eachVisitByLotStandsForOneOverItsProbability() {
        List<PlannedVisit> lines = new ArrayList<>();
        Map<String, Visits> visits = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            lines.add(line("a" + i, "A", Basis.DRAW, 100_000, i % 10 == 0));
            visits.put("a" + i, found(i == 0 ? Found.PROBLEM : Found.NOTHING));
        }
        for (int i = 0; i < 20; i++) {
            lines.add(line("d" + i, "D", Basis.DRAW, 1_000_000, true));
            visits.put("d" + i, found(i < 15 ? Found.PROBLEM : Found.NOTHING));
        }
        Extrapolation uniform = Extrapolation.of(lines, visits);
        // One of ten in A stands for ten of its hundred; D was visited whole: (10 + 15) / 120.
        assertThat(uniform.share()).isCloseTo(25.0 / 120, within(1e-12));
        assertThat(uniform.businesses()).isEqualTo(120);
        assertThat(uniform.low()).isLessThan(uniform.share());
        assertThat(uniform.high()).isGreaterThan(uniform.share());
    }

    @Test
    void aClassOfWhichNoVisitTellsIsNamedAndLeftOut() {
        Extrapolation uniform = Extrapolation.of(
                List.of(line("a", "A", Basis.DRAW, 10_000, false), line("d", "D", Basis.DRAW, 1_000_000, true)),
                Map.of("d", found(Found.PROBLEM)));
        assertThat(uniform.withoutVisit()).containsExactly("A");
        assertThat(uniform.businesses()).isEqualTo(1);
        assertThat(uniform.outOf()).isEqualTo(2);
        assertThat(Extrapolation.of(List.of(), Map.of()).share()).isNaN();
    }

    /**
     * Over many draws from a town whose truth is known the estimate is right on average, and its interval mostly holds.
     */
    @Test
    void theEstimateIsUnbiasedAndItsIntervalCoversTheTruth() {
        List<Business> town = Towns.of(2000, 500, 120, 40);
        Map<String, Double> rates = Map.of("A", 0.03, "B", 0.4, "C", 0.55, "D", 0.85);
        Random random = new Random(5);
        Map<String, Visits> truth = new HashMap<>();
        double problems = 0;
        for (Business business : town) {
            boolean isBad = random.nextDouble() < rates.getOrDefault(business.headline(), 0.0);
            problems += isBad ? 1 : 0;
            truth.put(business.entityId(), found(isBad ? Found.PROBLEM : Found.NOTHING));
        }
        double share = problems / town.size();
        double sum = 0;
        int covered = 0;
        int draws = 300;
        for (int seed = 0; seed < draws; seed++) {
            List<PlannedVisit> lines =
                    Towns.draw(town, "s" + seed, Towns.rules("least: {A: 0.02}"), OptionalInt.of(250), Map.of())
                            .stream()
                            .map(line -> line(
                                    line.business().entityId(),
                                    line.chance().riskClass(),
                                    line.chance().basis(),
                                    line.probability(),
                                    line.isSelected()))
                            .toList();
            Extrapolation uniform = Extrapolation.of(lines, truth);
            sum += uniform.share();
            covered += uniform.low() <= share && share <= uniform.high() ? 1 : 0;
        }
        assertThat(sum / draws).isCloseTo(share, within(0.004));
        assertThat((double) covered / draws).isGreaterThan(0.92);
    }

    @Test
    void intervalsAreWilsons() {
        // 48 of 100: 0.3846 to 0.5768; none of 10: 0 to 0.2775.
        assertThat(new Share(48, 100).low()).isCloseTo(0.3846, within(0.0001));
        assertThat(new Share(48, 100).high()).isCloseTo(0.5768, within(0.0001));
        assertThat(new Share(0, 10).low()).isZero();
        assertThat(new Share(0, 10).high()).isCloseTo(0.2775, within(0.0001));
        assertThat(new Share(0, 0).text()).isEqualTo("-");
    }
}
