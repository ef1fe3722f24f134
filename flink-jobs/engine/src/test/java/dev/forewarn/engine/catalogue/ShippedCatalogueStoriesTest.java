package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the shipped catalogue makes of a business: the golden cases of the field report, and each instant flag. */
class ShippedCatalogueStoriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Catalogue CATALOGUE = ShippedCatalogueTest.catalogue();

    private static Firm.Report report() {
        return new Firm.Report();
    }

    /** A restaurant, founded a hundred days ago: golden case E2. */
    private static Firm restaurant() {
        return new Firm(CATALOGUE).tell(TODAY.minusDays(100), "entity.profile", report().number("sector_risk", 2));
    }

    @Test
    void youngRestaurantIsInClassAAndRaisesNothing() {
        Firm firm = restaurant();

        assertThat(firm.standing("general")).isEqualTo("116 A");
        assertThat(firm.parts("general")).isEqualTo(Map.of("G1.1.1", 58, "G1.2.1", 58));
        assertThat(firm.alerts()).isEmpty();
    }

    @Test
    void goldenCasesHaveTheirScores() {
        Firm firm = restaurant().tell(TODAY.minusDays(30), "penalty.decided", report());
        assertThat(firm.standing("general")).isEqualTo("275 B");
        assertThat(firm.alerts()).containsExactly("CROSS BLUE RAISED [general]");

        firm.tell(TODAY.minusDays(20), "sample.tested", report().attribute("result", "failed"));
        assertThat(firm.standing("general")).isEqualTo("420 B");
        assertThat(firm.parts("general")).isEqualTo(Map.of("G1.1.1", 48, "G1.2.1", 47, "G3.1.1", 153, "G3.3.1", 172));

        firm.tell(TODAY.minusDays(19), "rectification.ordered", report().due(TODAY.minusDays(17)));
        for (int day = 5; day > 0; day--) {
            firm.tell(TODAY.minusDays(day), "complaint.filed", report());
        }
        firm.tell(TODAY, "complaint.filed", report());
        assertThat(firm.standing("general")).isEqualTo("606 C");
        assertThat(firm.parts("general").values()).containsExactly(41, 40, 129, 145, 145, 106);
    }

    @Test
    void failedSampleWarnsTheTeamOfItsDomain() {
        Firm firm = new Firm(CATALOGUE);

        firm.tell(TODAY, "sample.tested", report().domain("drug").attribute("result", "failed"));
        assertThat(firm.alerts()).contains("T05 YELLOW RAISED [drug]").noneMatch(alert -> alert.startsWith("T04"));

        firm.tell(
                TODAY,
                "sample.tested",
                report().domain("drug").attribute("result", "failed").attribute("safety_item", "true"));
        assertThat(firm.alerts()).contains("T04 ORANGE RAISED [drug]");
        firm.tell(TODAY, "sample.tested", report().domain("drug").attribute("result", "passed"));
        assertThat(firm.alerts()).noneMatch(alert -> alert.startsWith("T0"));
    }

    @Test
    void criticalDefectIsRedOnlyAtAnUnannouncedInspection() {
        Firm.Report defect =
                report().domain("drug").attribute("checklist", "gsp").number("critical", 1);
        Firm firm = new Firm(CATALOGUE).tell(TODAY, "inspection.completed", defect.attribute("kind", "routine"));
        assertThat(firm.alerts()).noneMatch(alert -> alert.startsWith("T06"));
        assertThat(firm.standing("drug")).isEqualTo("40 B");

        firm.tell(TODAY, "inspection.completed", defect.attribute("kind", "unannounced"));
        assertThat(firm.alerts()).contains("T06 RED RAISED [drug]");
    }

    @Test
    void recallWarnsByItsClass() {
        Firm firm = new Firm(CATALOGUE);
        Firm.Report recall = report().domain("medical-device").subject("batch 7");

        firm.tell(TODAY, "recall.announced", recall.attribute("class", "3"));
        assertThat(firm.alerts()).contains("T08 YELLOW RAISED [medical-device]");
        firm.tell(TODAY, "recall.announced", recall.attribute("class", "1"));
        assertThat(firm.alerts()).contains("T08 RED ESCALATED [medical-device]");
        firm.tell(TODAY, "recall.ordered", recall.subject("batch 8").attribute("class", "2"));
        assertThat(firm.alerts()).contains("T08 ORANGE RAISED [medical-device]");
    }

    @Test
    void listsWarnTheCentre() {
        Firm firm = new Firm(CATALOGUE).tell(TODAY, "abnormal.listed", report());
        assertThat(firm.alerts()).contains("T16 YELLOW RAISED [general]");

        firm.tell(TODAY, "serious.listed", report());
        assertThat(firm.alerts()).contains("T15 RED RAISED [general]", "CROSS RED ESCALATED [general]");
    }

    @Test
    void severalPenaltiesWithinAYearAreALead() {
        Firm firm = new Firm(CATALOGUE);
        for (int month = 3; month >= 0; month--) {
            firm.tell(TODAY.minusMonths(month), "penalty.decided", report());
        }

        assertThat(firm.alerts())
                .filteredOn(alert -> alert.startsWith("REPEAT"))
                .containsExactly("REPEAT ORANGE RAISED [general]");
    }

    @Test
    void serialDrugFirmReachesTheWorstDrugClass() {
        Firm firm = new Firm(CATALOGUE)
                .tell(
                        TODAY.minusDays(400),
                        "licence.granted",
                        report().domain("drug")
                                .attribute("field", "drug")
                                .attribute("cold_chain", "true")
                                .number("scope_class", 3));
        assertThat(firm.standing("drug")).isEqualTo("35 B");

        firm.tell(
                TODAY,
                "sample.tested",
                report().domain("drug").attribute("field", "drug").attribute("result", "failed"));
        firm.tell(
                TODAY,
                "inspection.completed",
                report().attribute("checklist", "gmp").number("major", 3).number("minor", 4));
        assertThat(firm.standing("drug")).isEqualTo("66 D");
        assertThat(firm.parts("drug"))
                .isEqualTo(Map.of("DR.S1", 25, "DR.S1c", 10, "DR.D2", 15, "DR.D3", 4, "DR.D4", 12));
    }
}
