package dev.forewarn.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.forewarn.cli.statistics.Bootstrap;
import dev.forewarn.cli.truth.TruthResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a report says of visits that were made up: every second day one, of which each third is bad. */
class BacktestReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Question QUESTION = new Question(
            event -> true, event -> true, 0, null, Question.Unit.RECORD, START, START.plus(Duration.ofDays(60)), "");

    @Test
    void theJsonKeepsToItsSchemaAndHasTheKeysThatOthersRelyOn() throws IOException {
        BacktestResult result = result();
        JsonNode json = JSON.valueToTree(BacktestJson.of(
                result,
                new Comparison("other", result, List.of(), List.of(), List.of(), List.of(), 0, List.of()),
                truth()));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(Files.readString(Path.of("../config/schema/backtest.schema.json"))));
        assertThat(schema.validate(json)).isEmpty();
        assertThat(json.get("visits").asInt()).isEqualTo(30);
        assertThat(json.get("positives").asInt()).isEqualTo(10);
        assertThat(json.get("undecided").asInt()).isEqualTo(7);
        assertThat(json.at("/auc").asDouble()).isEqualTo(1);
        assertThat(json.at("/first_half/score_at_visit").asDouble()).isEqualTo(1);
        assertThat(json.at("/first_half/actual").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/precision_at/10").asDouble()).isEqualTo(1);
        assertThat(json.at("/lift_at/25").asDouble()).isEqualTo(3);
        assertThat(json.at("/alerts/per_1000_month").isNull())
                .as("no month ended")
                .isTrue();
        for (String key : List.of("/days_earlier/ci_low", "/alerts/confirmed_365d", "/lead_days/median")) {
            assertThat(json.at(key).isMissingNode()).as(key).isFalse();
        }
    }

    @Test
    void thePageNeedsNothingElseAndSaysWhatItIsAbout() {
        String page = new BacktestHtml(result(), null, truth()).page();
        assertThat(page)
                .contains("100.0% of the bad outcomes would have been found in the first half", "<svg", "a&lt;b")
                .contains("7 visits of the window are left out: the data end (2024-02-29)");
        assertThat(page).contains("By the truth of the simulated city");
        assertThat(page).doesNotContain("http", "<script", "NaN");
    }

    @Test
    void theTextNamesTheFigures() {
        StringWriter text = new StringWriter();
        new BacktestText(new PrintWriter(text)).print(result(), null);
        assertThat(text.toString())
                .contains("left out        7: the data end (2024-02-29) less than 90 days after them")
                .contains("30, of which 10 bad (33.3%)", "AUC               1.000", "100.0% by score at the visit");
    }

    private static TruthResult truth() {
        TruthResult.Days none = new TruthResult.Days(0, Double.NaN, Double.NaN, Double.NaN);
        return new TruthResult(
                List.of(new TruthResult.Episodes("all", 2, 0.5, 0.1, 0, 0.5, 1, none, none, none)),
                new TruthResult.Leads(3, 0.5, 0.1),
                new TruthResult.Plan(List.of(new TruthResult.ClassShare("A", 12, 0.01, 0.1, 0.12)), 0.01, 0.12, 0.12));
    }

    private static BacktestResult result() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            boolean isBad = i % 3 == 1;
            visits.add(new Visit(
                    "E" + i,
                    START.plus(Duration.ofDays(2L * i)).toEpochMilli(),
                    19_723 + 2 * i,
                    isBad,
                    true,
                    i % 2 == 0,
                    isBad ? 0.8 : 0.1,
                    0,
                    "A",
                    new Visit.Traits("a<b", "", "", "under 1 year"),
                    1,
                    List.of()));
        }
        VisitPass.Found found = new VisitPass.Found(
                visits, Map.of("E1", new long[] {START.plus(Duration.ofDays(2)).toEpochMilli()}), 30, 7);
        Figures figures = new Figures(found, new Bootstrap(50, 1));
        AlertLedger ledger = new AlertLedger(QUESTION.from(), QUESTION.to());
        return new BacktestResult(
                new BacktestResult.Run("v", "2024-01-01", "2024-02-29", "x", "y", 90, 30, 30, 1, "2024-02-29"),
                figures.visits(),
                figures.order(),
                figures.deciles(),
                new AlertFigures(ledger, found.outcomes(), QUESTION, QUESTION.to(), ZoneOffset.UTC).alerts(),
                figures.fairness());
    }
}
