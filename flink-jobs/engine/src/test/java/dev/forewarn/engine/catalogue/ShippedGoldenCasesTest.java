package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The golden cases of the field report, section 1.5, from events through the shipped catalogue. E6 is not among them: a
 * critical GSP defect earns points of the drug scheme only.
 */
class ShippedGoldenCasesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Catalogue CATALOGUE = ShippedCatalogueTest.catalogue();

    private static Firm.Report report() {
        return new Firm.Report();
    }

    /** A small shop of five years: golden case E1. */
    private static Firm shop() {
        return new Firm(CATALOGUE).tell(TODAY.minusYears(5), "entity.profile", report().number("size_class", 2));
    }

    /** A restaurant, founded a hundred days ago: golden case E2. */
    private static Firm restaurant() {
        return new Firm(CATALOGUE).tell(TODAY.minusDays(100), "entity.profile", report().number("sector_risk", 2));
    }

    private static Firm inspectedRestaurant() {
        return restaurant()
                .tell(TODAY.minusDays(30), "penalty.decided", report())
                .tell(TODAY.minusDays(20), "sample.tested", report().attribute("result", "failed"));
    }

    @Test
    void cleanShopE1() {
        Firm firm = shop().until(TODAY);

        assertThat(firm.standing("general")).isEqualTo("20 A");
        assertThat(firm.parts("general")).isEqualTo(Map.of("G1.1.3", 20));
    }

    @Test
    void youngRestaurantE2RaisesNothing() {
        Firm firm = restaurant();

        assertThat(firm.standing("general")).isEqualTo("116 A");
        assertThat(firm.parts("general")).isEqualTo(Map.of("G1.1.1", 58, "G1.2.1", 58));
        assertThat(firm.alerts()).isEmpty();
    }

    @Test
    void freshPenaltyE3RaisesTheClass() {
        Firm firm = restaurant().tell(TODAY.minusDays(30), "penalty.decided", report());

        assertThat(firm.standing("general")).isEqualTo("275 B");
        assertThat(firm.parts("general")).isEqualTo(Map.of("G1.1.1", 53, "G1.2.1", 53, "G3.1.1", 169));
        assertThat(firm.alerts()).containsExactly("CROSS BLUE RAISED [general]");
    }

    @Test
    void failedBatchE4() {
        Firm firm = inspectedRestaurant();

        assertThat(firm.standing("general")).isEqualTo("420 B");
        assertThat(firm.parts("general")).isEqualTo(Map.of("G1.1.1", 48, "G1.2.1", 47, "G3.1.1", 153, "G3.3.1", 172));
    }

    @Test
    void burstAndOverdueOrderE5() {
        Firm firm = inspectedRestaurant()
                .tell(TODAY.minusDays(19), "rectification.ordered", report().due(TODAY.minusDays(17)));
        for (int day = 5; day >= 0; day--) {
            firm.tell(TODAY.minusDays(day), "complaint.filed", report());
        }

        assertThat(firm.standing("general")).isEqualTo("606 C");
        assertThat(firm.parts("general"))
                .isEqualTo(
                        Map.of("G1.1.1", 41, "G1.2.1", 40, "G3.1.1", 129, "G3.2.4", 145, "G3.3.1", 145, "G5.1.2", 106));
    }

    @Test
    void penaltyInItsThirdYearE7() {
        Firm firm =
                shop().tell(TODAY.minusDays(800), "penalty.decided", report()).until(TODAY);

        assertThat(firm.standing("general")).isEqualTo("73 A");
        assertThat(firm.parts("general")).isEqualTo(Map.of("G1.1.3", 19, "G3.1.1", 54));
    }

    @Test
    void abnormalListAndOverdueReportE8() {
        Firm firm = shop().tell(
                        TODAY.minusDays(200),
                        "annual-report.due",
                        report().subject("2025").due(TODAY.minusDays(100)))
                .tell(TODAY, "abnormal.listed", report());

        assertThat(firm.standing("general")).isEqualTo("396 B");
        assertThat(firm.parts("general")).isEqualTo(Map.of("G1.1.3", 16, "G2.2.1", 100, "G3.4.1", 280));
        assertThat(firm.alerts()).contains("T16 YELLOW RAISED [general]");
    }

    @Test
    void courtDefaulterWithPenaltyAndProblemE9() {
        Firm firm = shop().tell(TODAY.minusDays(30), "penalty.decided", report())
                .tell(TODAY.minusDays(20), "inspection.completed", report().attribute("result", "problem"))
                .tell(TODAY, "court-defaulter.listed", report().subject("case 7"));

        assertThat(firm.standing("general")).isEqualTo("505 C");
        assertThat(firm.parts("general")).isEqualTo(Map.of("G1.1.3", 14, "G3.1.1", 143, "G3.2.1", 92, "G3.6.1", 256));
    }
}
