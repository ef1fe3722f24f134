package dev.forewarn.cli.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.forewarn.city.Odds;
import dev.forewarn.cli.option.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthCheckTest {

    private static final String HEADER = "entity_id,what,from,until,level,cause,silent\n";
    private static final LocalDate FROM = LocalDate.parse("2025-01-01");
    private static final LocalDate TO = LocalDate.parse("2026-01-01");

    @TempDir
    private Path folder;

    /** E1 breaks on 10 March, is warned of on 30 March and worse at the end of April; E2 breaks unheard; E3 is well. */
    private static final String THREE = HEADER
            + "E1,proneness,2025-01-01,,1.5,,false\n"
            + "E1,episode,2025-03-10,2025-09-10,6.0,quality,false\n"
            + "E2,proneness,2025-01-01,,1.0,,true\n"
            + "E2,episode,2025-02-01,,3.0,finance,true\n"
            + "E3,proneness,2025-01-01,,0.5,,false\n";

    private TruthResult judged(List<Lead> leads, ClassHistory classes, Map<String, Double> ratios) throws IOException {
        return TruthCheck.of(
                HiddenCity.read(file(THREE)), leads, classes, label -> "ABCD".indexOf(label), FROM, TO, ratios);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("city.avro.truth.csv"), text);
    }

    private static Lead lead(String entityId, String opened) {
        return new Lead(entityId, LocalDate.parse(opened), null);
    }

    private static ClassHistory worseInApril() {
        ClassHistory classes = new ClassHistory();
        for (YearMonth month = YearMonth.of(2025, 1); month.getYear() < 2026; month = month.plusMonths(1)) {
            classes.put("E1", month, month.getMonthValue() < 4 ? "A" : "C");
            classes.put("E3", month, "A");
        }
        return classes;
    }

    @Test
    void anEpisodeIsWarnedOfByTheFirstLeadOfItsTime() throws IOException {
        TruthResult result = judged(
                List.of(lead("E1", "2025-04-20"), lead("E1", "2025-03-30"), lead("E3", "2025-05-01")),
                worseInApril(),
                Map.of());
        TruthResult.Episodes heard = result.groups().get(1);
        assertThat(heard.name()).isEqualTo("heard of");
        assertThat(heard.count()).isEqualTo(1);
        assertThat(heard.warned()).isEqualTo(1);
        assertThat(heard.toLead().median()).isEqualTo(20);
        assertThat(heard.classed()).isEqualTo(1);
        assertThat(heard.toClass().median()).as("10 March to 1 May").isEqualTo(52);
        assertThat(heard.gained().median()).isEqualTo(32);
        assertThat(heard.alertFirst()).isEqualTo(1);
        assertThat(result.groups().get(0).warned()).isEqualTo(0.5);
        assertThat(result.groups().get(2).warned()).isZero();
        assertThat(result.leads().count()).isEqualTo(3);
        assertThat(result.leads().inEpisode()).isEqualTo(2.0 / 3);
        assertThat(result.leads().timeInEpisode()).isEqualTo((184.0 + 334) / (3 * 365));
    }

    @Test
    void leadsBeforeAndAfterAnEpisodeAreNoWarningOfIt() throws IOException {
        TruthResult result =
                judged(List.of(lead("E1", "2025-03-09"), lead("E1", "2025-09-10")), new ClassHistory(), Map.of());
        TruthResult.Episodes heard = result.groups().get(1);
        assertThat(heard.warned()).isZero();
        assertThat(heard.standing()).isEqualTo(1);
        assertThat(heard.alertFirst()).as("neither spoke").isNaN();
        assertThat(heard.byChance())
                .as("two leads on quiet days")
                .isCloseTo(1 - Math.exp(-2.0 / (3 * 365 - 184 - 334) * 184), within(1e-12));
    }

    @Test
    void anEpisodeThatBeginsTooLateIsNotJudged() throws IOException {
        HiddenCity city = HiddenCity.read(file(HEADER
                + "E1,proneness,2025-01-01,,1,,false\n"
                + "E1,episode,2025-07-06,,6,quality,false\n"
                + "E2,proneness,2025-01-01,,1,,false\n"
                + "E2,episode,2025-07-05,,6,quality,false\n"));
        TruthResult result = TruthCheck.of(city, List.of(), new ClassHistory(), label -> 0, FROM, TO, Map.of());
        assertThat(result.groups().get(0).count()).isEqualTo(1);
    }

    @Test
    void aPlanByClassFindsWhatTheCityWouldShowIt() throws IOException {
        TruthResult.Plan plan =
                judged(List.of(), worseInApril(), Map.of("A", 0.0, "C", 1.0)).plan();
        assertThat(plan.classes()).extracting(TruthResult.ClassShare::name).containsExactly("A", "C");
        TruthResult.ClassShare worse = plan.classes().get(1);
        assertThat(worse.businessMonths()).isEqualTo(9);
        assertThat(worse.inEpisode()).as("1 May to 1 September of nine").isEqualTo(5.0 / 9);
        double expected = 4 * Odds.problem(1.5);
        for (String day : List.of("2025-05-01", "2025-06-01", "2025-07-01", "2025-08-01", "2025-09-01")) {
            int of = (int) (LocalDate.parse(day).toEpochDay()
                    - LocalDate.parse("2025-03-10").toEpochDay());
            expected += Odds.problem(1.5, "quality", 6, of);
        }
        assertThat(worse.problem()).isCloseTo(expected / 9, within(1e-12));
        assertThat(plan.hitRate()).isCloseTo(worse.problem(), within(1e-12));
        assertThat(plan.visited()).isCloseTo(9.0 / 24, within(1e-12));
    }

    @Test
    void theTextNamesTheFigures() throws IOException {
        StringWriter text = new StringWriter();
        new TruthText(new PrintWriter(text))
                .print(judged(List.of(lead("E1", "2025-03-30")), worseInApril(), Map.of("A", 0.5, "C", 1.0)));
        assertThat(text.toString()).contains("heard of", "100.0%", "Plan by class");
    }

    @Test
    void allFaultsOfAFileAreTold() throws IOException {
        Path file = file(HEADER
                + "E1,mood,2025-01-01,,1,,false\n"
                + "E1,episode,yesterday,2025-13-01,-1,weather,false\n"
                + "E1,proneness\n");
        assertThatThrownBy(() -> HiddenCity.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 2: 'what' is proneness or episode; got 'mood'")
                .hasMessageContaining("line 3: 'from' is a day as in 2025-03-01; got 'yesterday'")
                .hasMessageContaining("line 3: 'until' is a day or empty; got '2025-13-01'")
                .hasMessageContaining("line 3: 'level' is a positive number; got '-1'")
                .hasMessageContaining(
                        "line 3: 'cause' of an episode is one of [conduct, finance, quality]; got 'weather'")
                .hasMessageContaining("line 4: a row has as many columns as the header");
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> HiddenCity.read(other))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("its first line must be");
        assertThatThrownBy(() -> HiddenCity.read(folder.resolve("none.csv")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("forewarn simulate");
    }
}
