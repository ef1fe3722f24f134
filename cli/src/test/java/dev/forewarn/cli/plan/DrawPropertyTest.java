package dev.forewarn.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.cli.plan.Chance.Basis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DrawPropertyTest {

    private static final PlanRules RULES = Towns.rules("least: {A: 0.01}");

    @Property(tries = 200)
    void theOrderOfTheBusinessesPlaysNoPart(
            @ForAll @IntRange(max = 60) int a,
            @ForAll @IntRange(max = 30) int c,
            @ForAll long seed,
            @ForAll long shuffle) {
        List<Business> town = new ArrayList<>(Towns.of(a, 5, c, 3));
        List<Line> lines = Towns.draw(town, Long.toString(seed), RULES, OptionalInt.empty(), Map.of());
        Collections.shuffle(town, new Random(shuffle));
        assertThat(Towns.draw(town, Long.toString(seed), RULES, OptionalInt.empty(), Map.of()))
                .isEqualTo(lines);
    }

    @Property(tries = 300)
    void theNumberOfVisitsIsWhatTheProbabilitiesAddUpTo(
            @ForAll @IntRange(max = 300) int a,
            @ForAll @IntRange(max = 100) int b,
            @ForAll @IntRange(max = 50) int c,
            @ForAll long seed) {
        List<Line> lines = Towns.draw(Towns.of(a, b, c, 2), Long.toString(seed), RULES, OptionalInt.empty(), Map.of());
        long sum = lines.stream().mapToLong(Line::probability).sum();
        long visits = lines.stream().filter(Line::isSelected).count();
        assertThat(visits).isBetween(sum / 1_000_000, (sum + 999_999) / 1_000_000);
    }

    @Property(tries = 300)
    void aWantedNumberIsMadeExactlyWithProbabilitiesThatAddUpToIt(
            @ForAll @IntRange(min = 1, max = 300) int a,
            @ForAll @IntRange(max = 100) int b,
            @ForAll @IntRange(max = 50) int c,
            @ForAll @IntRange(min = 3, max = 80) int visits,
            @ForAll long seed) {
        List<Business> town = Towns.of(a, b, c, 2);
        int wanted = Math.min(Math.max(visits, (a + 99) / 100), town.size());
        List<Line> lines = Towns.draw(town, Long.toString(seed), RULES, OptionalInt.of(wanted), Map.of());
        assertThat(lines.stream().mapToLong(Line::probability).sum()).isEqualTo(wanted * 1_000_000L);
        assertThat(lines.stream().filter(Line::isSelected)).hasSize(wanted);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.chance().basis()).isEqualTo(Basis.DRAW);
            assertThat(line.probability()).isBetween(line.chance().least(), 1_000_000);
        });
    }
}
