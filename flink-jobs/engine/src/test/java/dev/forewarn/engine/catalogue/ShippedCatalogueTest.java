package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.Indicator;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {

    static final Path FOLDER = Path.of("../../config/catalogue");

    static Catalogue catalogue() {
        CatalogueReader.Result result = CatalogueReader.read(FOLDER);
        if (result instanceof CatalogueReader.Faulty faulty) {
            throw new AssertionError(faulty.faults());
        }
        return ((CatalogueReader.Read) result).bundle().catalogue();
    }

    @Test
    void generalSchemeSpansTheFiveFirstLevelGroups() {
        Scheme general = catalogue().schemes().get(catalogue().schemeOf("general"));

        assertThat(general.indicators()).hasSizeGreaterThanOrEqualTo(72);
        assertThat(general.indicators().stream()
                        .map(indicator -> indicator.id().substring(0, 2))
                        .distinct())
                .containsExactly("G1", "G2", "G3", "G4", "G5");
        assertThat(general.bands().rankOf(250)).isZero();
        assertThat(general.bands().rankOf(251)).isEqualTo(1);
    }

    @Test
    void everyLineOfSupervisionHasItsScheme() {
        assertThat(catalogue().schemes().stream().map(Scheme::domain))
                .containsExactlyInAnyOrder(
                        "general",
                        "food-production",
                        "food-sale",
                        "catering",
                        "drug",
                        "medical-device",
                        "cosmetic",
                        "industrial-product",
                        "special-equipment");
    }

    @Test
    void everyIndicatorOfTheGeneralSchemeStandsUnderAHeading() {
        Scheme general = catalogue().schemes().get(catalogue().schemeOf("general"));

        assertThat(general.indicators())
                .allMatch(indicator -> !indicator.group().isEmpty());
    }

    @Test
    void instantFlagsAreThere() {
        assertThat(catalogue().rules().stream().map(rule -> rule.terms().id()))
                .containsAll(IntStream.rangeClosed(1, 25)
                        .mapToObj(number -> String.format(Locale.ROOT, "T%02d", number))
                        .toList());
    }

    @Test
    void everyIndicatorAndRuleHasANameInBothLanguagesAndABasis() {
        for (Scheme scheme : catalogue().schemes()) {
            for (Indicator indicator : scheme.indicators()) {
                assertThat(indicator.basis()).as(indicator.id()).isNotEmpty();
                assertThat(indicator.name().zh()).isNotEqualTo(indicator.name().en());
            }
        }
        for (AlertRule rule : catalogue().rules()) {
            assertThat(rule.terms().basis()).as(rule.terms().id()).isNotEmpty();
            assertThat(rule.terms().name().zh())
                    .isNotEqualTo(rule.terms().name().en());
        }
    }
}
