package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.Indicator;
import java.nio.file.Path;
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

        assertThat(general.indicators()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(general.indicators().stream()
                        .map(indicator -> indicator.id().substring(0, 2))
                        .distinct())
                .containsExactly("G1", "G2", "G3", "G4", "G5");
        assertThat(general.bands().rankOf(250)).isZero();
        assertThat(general.bands().rankOf(251)).isEqualTo(1);
    }

    @Test
    void professionalSchemesHaveTheirIndicators() {
        for (String domain : new String[] {"drug", "medical-device"}) {
            Scheme scheme = catalogue().schemes().get(catalogue().schemeOf(domain));
            assertThat(scheme.indicators()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(scheme.bands().cuts()).containsExactly(31, 46, 61);
        }
    }

    @Test
    void instantFlagsAreThere() {
        assertThat(catalogue().rules().stream()
                        .filter(AlertRule.Trigger.class::isInstance)
                        .map(rule -> rule.terms().id()))
                .contains("T05", "T06", "T08", "T15", "T16");
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
