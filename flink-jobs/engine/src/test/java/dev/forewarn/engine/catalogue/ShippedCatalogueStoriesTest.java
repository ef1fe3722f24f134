package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the shipped catalogue makes of a business: what a newcomer is, each instant flag, the professional schemes. */
class ShippedCatalogueStoriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Catalogue CATALOGUE = ShippedCatalogueTest.catalogue();

    private static Firm.Report report() {
        return new Firm.Report();
    }

    @Test
    void newcomerRaisesNothingByWhatItIs() {
        Firm firm = new Firm(CATALOGUE)
                .tell(
                        TODAY.minusDays(1),
                        "entity.profile",
                        report().domain("food-sale")
                                .attribute("legal_form", "branch")
                                .attribute("address_hosted", "true")
                                .attribute("size", "micro")
                                .number("sector_risk", 2))
                .tell(TODAY.minusDays(1), "relation.address", report().number("entities", 80))
                .tell(TODAY.minusDays(1), "relation.contact", report().number("entities", 30));
        for (String field : new String[] {"food-sale", "drug", "medical-device"}) {
            firm.tell(
                    TODAY,
                    "licence.granted",
                    report().domain(field)
                            .subject(field)
                            .attribute("field", field)
                            .attribute("cold_chain", "true")
                            .attribute("special_drugs", "true")
                            .attribute("third_party_storage", "true")
                            .number("scope_class", 3)
                            .number("supervision_level", 4));
        }

        assertThat(firm.standing("general")).isEqualTo("302 B");
        assertThat(firm.standing("drug")).isEqualTo("45 B");
        assertThat(firm.standing("medical-device")).isEqualTo("30 A");
        assertThat(firm.alerts()).isEmpty();
    }

    @Test
    void formerListingCountsOnceItHasEnded() {
        Firm firm = new Firm(CATALOGUE).tell(TODAY.minusDays(50), "abnormal.listed", report());
        assertThat(firm.parts("general")).isEqualTo(Map.of("G3.4.1", 300));

        firm.tell(TODAY.minusDays(10), "abnormal.removed", report());
        assertThat(firm.parts("general")).isEqualTo(Map.of("G3.4.2", 60));
    }

    @Test
    void surpriseChangesAndDeregistrationWithOpenMattersAreLeads() {
        Firm firm = new Firm(CATALOGUE);
        for (String item : new String[] {"legal-representative", "address", "scope"}) {
            firm.tell(TODAY, "registration.changed", report().attribute("item", item));
        }
        assertThat(firm.alerts()).containsExactly("T22 YELLOW RAISED [general]", "VELOCITY YELLOW RAISED [general]");

        firm.tell(TODAY, "deregistration.announced", report());
        assertThat(firm.alerts()).isEmpty();
        firm.tell(TODAY, "complaint.filed", report());
        assertThat(firm.alerts()).containsExactly("CROSS BLUE RAISED [general]", "T21 ORANGE RAISED [general]");
    }

    @Test
    void excursionWarnsByItsLengthAndGoods() {
        Firm firm = new Firm(CATALOGUE);
        Firm.Report excursion = report().domain("drug").subject("fridge 3").number("minutes", 29);
        firm.tell(TODAY, "temperature.excursion", excursion);
        assertThat(firm.alerts()).isEmpty();

        firm.tell(TODAY, "temperature.excursion", excursion.number("minutes", 45));
        assertThat(firm.alerts()).contains("T09 YELLOW RAISED [drug]");
        firm.tell(TODAY, "temperature.excursion", excursion.number("minutes", 120));
        assertThat(firm.alerts()).contains("T09 ORANGE ESCALATED [drug]");
        firm.tell(
                TODAY,
                "temperature.excursion",
                excursion.number("minutes", 5).number("lowest_celsius", -1).attribute("goods", "vaccine"));
        assertThat(firm.alerts()).contains("T09 RED ESCALATED [drug]");
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
        assertThat(firm.standing("drug")).isEqualTo("40 D");

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
                .as("nobody takes it up within a working day, nor within another")
                .containsExactly(
                        "REPEAT ORANGE RAISED [general]",
                        "REPEAT ORANGE OVERDUE [general]",
                        "REPEAT ORANGE OVERDUE [general]");
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
