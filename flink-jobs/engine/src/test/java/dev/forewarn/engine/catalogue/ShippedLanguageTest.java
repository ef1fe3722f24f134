package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the catalogue language can say, in the shipped catalogue: one subject at a time, categories, clocks, direct
 * rules.
 */
class ShippedLanguageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Catalogue CATALOGUE = ShippedCatalogueTest.catalogue();

    private static Firm.Report report() {
        return new Firm.Report();
    }

    @Test
    void twoEntrapmentsCountInOneLiftOnly() {
        Firm firm = new Firm(CATALOGUE);
        Firm.Report lift = report().domain("special-equipment");
        firm.tell(TODAY.minusDays(9), "equipment.passenger-trapped", lift.subject("lift 1"));
        firm.tell(TODAY.minusDays(5), "equipment.passenger-trapped", lift.subject("lift 2"));
        assertThat(firm.alerts()).isEmpty();

        firm.tell(TODAY, "equipment.passenger-trapped", lift.subject("lift 1"));
        assertThat(firm.alerts()).containsExactly("T14 YELLOW RAISED [special-equipment]");
        assertThat(firm.parts("special-equipment")).isEqualTo(Map.of("SE.D4", 8));
    }

    @Test
    void sameViolationAgainIsALead() {
        Firm firm = new Firm(CATALOGUE);
        firm.tell(TODAY.minusDays(300), "penalty.decided", report().attribute("violation", "V-1"));
        firm.tell(TODAY.minusDays(200), "penalty.decided", report().attribute("violation", "V-2"));
        assertThat(firm.alerts()).noneMatch(alert -> alert.startsWith("T23"));

        firm.tell(TODAY, "penalty.decided", report().attribute("violation", "V-1"));
        assertThat(firm.alerts()).contains("T23 ORANGE RAISED [general]");
    }

    @Test
    void adverseReactionsCountByBatch() {
        Firm firm = new Firm(CATALOGUE);
        for (String batch : new String[] {"B1", "B2", "B1", "B3"}) {
            firm.tell(TODAY, "adverse-event.reported", reaction(batch));
        }
        assertThat(firm.parts("drug")).isEmpty();

        firm.tell(TODAY, "adverse-event.reported", reaction("B1"));
        assertThat(firm.parts("drug")).isEqualTo(Map.of("DR.D9", 30));
    }

    private static Firm.Report reaction(String batch) {
        return report().domain("drug")
                .severity("serious")
                .attribute("field", "drug")
                .attribute("batch", batch);
    }

    @Test
    void kitchensAndProductsEarnPointsByTheirCategory() {
        Firm canteen = new Firm(CATALOGUE)
                .tell(TODAY, "licence.granted", licence("catering").attribute("category", "small"))
                .tell(TODAY, "licence.granted", licence("catering").attribute("category", "school"));
        assertThat(canteen.parts("catering")).isEqualTo(Map.of("CA.S1", 35));
        assertThat(canteen.alerts()).isEmpty();

        Firm maker = new Firm(CATALOGUE)
                .tell(TODAY, "licence.granted", licence("food-production").attribute("tier", "III"))
                .tell(TODAY, "licence.granted", licence("food-production").attribute("tier", "I"));
        assertThat(maker.parts("food-production")).isEqualTo(Map.of("FP.S1", 22));
    }

    private static Firm.Report licence(String field) {
        return report().domain(field).subject(field + " 1").attribute("field", field);
    }

    @Test
    void manyComplainantsAboutOneIssue() {
        Firm firm = new Firm(CATALOGUE);
        for (int person = 0; person < 5; person++) {
            firm.tell(TODAY.minusDays(20 - 2 * person), "complaint.filed", complaint("refund", person));
            firm.tell(TODAY.minusDays(20 - 2 * person), "complaint.filed", complaint("issue " + person, 0));
        }

        assertThat(firm.parts("general")).containsKey("G5.1.6");
        assertThat(new Firm(CATALOGUE)
                        .tell(TODAY, "complaint.filed", complaint("refund", 1))
                        .tell(TODAY, "complaint.filed", complaint("refund", 1))
                        .parts("general"))
                .doesNotContainKey("G5.1.6");
    }

    private static Firm.Report complaint(String issue, int person) {
        return report().attribute("issue", issue).attribute("complainant", "hash " + person);
    }

    @Test
    void minorPenaltyCountsThreeMonthsAndARepairedOneNoLonger() {
        Firm firm = new Firm(CATALOGUE).tell(TODAY, "penalty.decided", report().severity("minor"));
        assertThat(firm.parts("general")).isEqualTo(Map.of("G3.1.1", 180));
        assertThat(firm.until(TODAY.plusMonths(3)).parts("general")).isEmpty();

        Firm grave = new Firm(CATALOGUE).tell(TODAY, "penalty.decided", report().severity("serious"));
        assertThat(grave.until(TODAY.plusMonths(7)).parts("general")).isEqualTo(Map.of("G3.1.1", 180));
        grave.tell(TODAY.plusMonths(7), "credit.repaired", report().subject("key-1"));
        assertThat(grave.parts("general")).isEmpty();
    }

    @Test
    void licenceToRenewIsRemindedOfInWorkingDays() {
        // The window closes 30 working days before 1 June 2026; with Labour Day and Qingming between, on 16 April.
        LocalDate ends = LocalDate.of(2026, 6, 1);
        Firm firm = new Firm(CATALOGUE)
                .tell(
                        TODAY,
                        "licence.granted",
                        report().domain("cosmetic").subject("L").due(ends));
        assertThat(firm.until(LocalDate.of(2026, 3, 30)).alerts()).isEmpty();
        assertThat(firm.until(LocalDate.of(2026, 4, 17)).alerts())
                .contains("T11 BLUE RAISED [cosmetic]")
                .anyMatch(alert -> alert.startsWith("T11 BLUE CLEARED"));
    }

    @Test
    void listsMoveTheClassWhateverTheScore() {
        Firm listed = new Firm(CATALOGUE).tell(TODAY, "abnormal.listed", report());
        assertThat(listed.standing("general")).isEqualTo("300 C");

        Firm runaway = new Firm(CATALOGUE)
                .tell(TODAY, "blacklist.listed", report().subject("l").attribute("list", "prepaid-runaway"));
        assertThat(runaway.standing("general")).isEqualTo("350 D");

        Firm serious = new Firm(CATALOGUE).tell(TODAY, "serious.listed", report());
        assertThat(serious.standing("general")).isEqualTo("0 D");
    }

    @Test
    void honourTakesOffAPartOfTheScore() {
        Firm firm = new Firm(CATALOGUE)
                .tell(TODAY, "penalty.decided", report())
                .tell(TODAY, "honour.awarded", report().subject("h").attribute("kind", "haccp"));

        assertThat(firm.parts("general")).isEqualTo(Map.of("G3.1.1", 180, "G5.4.2", -27));
        assertThat(firm.standing("general")).isEqualTo("153 A");
    }

    @Test
    void reportThatIsNotFiledIsSeenComingAndGoneOnceItIs() {
        Firm firm = new Firm(CATALOGUE)
                .tell(TODAY.minusYears(5), "entity.profile", report().attribute("size", "micro"))
                .tell(TODAY, "sample.tested", report().attribute("result", "failed"));
        assertThat(firm.standing("general")).isEqualTo("216 A");
        assertThat(firm.forecast("general").get(0)).isEqualTo("2026-07-01 B [G2.2.1]");

        firm.tell(TODAY, "annual-report.filed", report().subject("2025"));
        assertThat(firm.forecast("general")).isEmpty();
    }

    @Test
    void wayOutOfAListingIsNamedAndWhatABusinessIsStays() {
        Firm firm = new Firm(CATALOGUE).tell(TODAY, "abnormal.listed", report());
        assertThat(firm.waysDown("general")).containsExactly("[DJ7, G3.4.1] A");

        // A ropeway whose inspection is overdue: without the delay it would still be a ropeway.
        Firm park = new Firm(CATALOGUE)
                .tell(
                        TODAY.minusDays(40),
                        "equipment.registered",
                        report().domain("special-equipment")
                                .subject("ropeway 1")
                                .attribute("class", "ropeway")
                                .attribute("public_place", "true")
                                .due(TODAY.minusDays(33)))
                .tell(TODAY, "inspection.completed", report().attribute("uncertified_operator", "true"));
        assertThat(park.standing("special-equipment")).isEqualTo("72 D");
        assertThat(park.waysDown("special-equipment")).containsExactly("[SE.D1] C", "[SE.D6] C");
    }
}
