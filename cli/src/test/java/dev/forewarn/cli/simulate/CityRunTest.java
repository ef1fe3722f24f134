package dev.forewarn.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.city.CityPlan;
import dev.forewarn.core.alert.Family;
import dev.forewarn.core.alert.Level;
import dev.forewarn.engine.catalogue.CatalogueReader;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the shipped catalogue makes of a small city: not whether it is right, but whether the two understand each other.
 */
class CityRunTest {

    private static final int ENTITIES = 500;
    private static final CityPlan PLAN = new CityPlan(ENTITIES, LocalDate.of(2025, 1, 1), 730, 1);

    @SuppressWarnings("NullAway.Init") // Set before the first test.
    private static CityRun run;

    @BeforeAll
    static void live() {
        CatalogueReader.Result result = CatalogueReader.read(Path.of("..", "config", "catalogue"));
        run = CityRun.of(PLAN, ((CatalogueReader.Read) result).bundle().catalogue(), 365);
    }

    @Test
    void everyEventKeepsToTheContract() {
        assertThat(run.refused).isEmpty();
    }

    @Test
    void alertsOfSeveralRulesFamiliesAndLevelsAreRaised() {
        assertThat(run.raisedByRule).containsKeys("CROSS", "T16", "T19", "LICENCE", "REPORT");
        assertThat(run.raisedByRule).hasSizeGreaterThan(12);
        assertThat(run.raisedByFamily).containsKeys(Family.LEAD, Family.REMINDER);
        assertThat(run.raisedByLevel).containsKeys(Level.ORANGE, Level.YELLOW, Level.BLUE);
        // From one lead for twenty businesses and year to several for each would both be a fault of the city.
        assertThat(run.raisedByFamily.get(Family.LEAD)).isBetween(ENTITIES / 20, 3 * ENTITIES);
    }

    @Test
    void mostBusinessesAreOfClassAAndSomeOfEach() {
        int all =
                run.generalClasses.values().stream().mapToInt(Integer::intValue).sum();

        assertThat(all).isBetween(ENTITIES - 20, ENTITIES);
        assertThat(run.generalClasses).containsKeys("A", "B");
        assertThat(run.generalClasses.get("A")).isGreaterThan(all / 2);
    }
}
