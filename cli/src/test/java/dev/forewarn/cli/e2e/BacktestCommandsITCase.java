package dev.forewarn.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.forewarn.cli.Forewarn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands {@code backtest} and {@code calibrate} as people use them, on a file in the columns of the FDA's. */
class BacktestCommandsITCase {

    private static final LocalDate FIRST = LocalDate.of(2009, 1, 1);
    private static final int FIRMS = 120;
    private static final int MONTHS = 36;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int visitsOf2011;
    private int badOf2011;

    /** Every second firm is a bad one, at which half of the inspections end badly; at the others one in twenty does. */
    @BeforeEach
    void write() throws IOException {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder("event_id,source_seq,entity_id,entity_name,event_date,publish_date,"
                + "event_type,severity,severity_raw,product,detail,citations,country\n");
        int number = 0;
        for (int month = 0; month < MONTHS; month++) {
            for (int firm = 0; firm < FIRMS; firm++) {
                if (random.nextInt(4) > 0) {
                    continue;
                }
                LocalDate day = FIRST.plusMonths(month).plusDays(random.nextInt(28));
                boolean isBad = random.nextInt(20) < (firm % 2 == 0 ? 10 : 1);
                rows.append("I%d,1,F%d,,%s,,inspection,0,%s,%s,DQA,0,US%n"
                        .formatted(++number, firm, day, isBad ? "OAI" : "VAI", firm % 3 == 0 ? "Devices" : "Drugs"));
                visitsOf2011 += day.getYear() == 2011 ? 1 : 0;
                badOf2011 += day.getYear() == 2011 && isBad ? 1 : 0;
            }
        }
        // A class that nobody has seen before is rejected.
        rows.append("I0,1,F1,,2011-05-05,,inspection,0,ODD,Drugs,DQA,0,US\n");
        Files.writeString(folder.resolve("events.csv"), rows.toString());
    }

    @Test
    void aBackTestAgainstAnotherCatalogueTellsFiguresAndDifferences() throws IOException {
        int exit = run(
                "backtest",
                example("catalogue"),
                "--against",
                example("visits"),
                "--domain",
                "general",
                "--from",
                "2011-01-01",
                "--to",
                "2011-12-31",
                "--parallelism",
                "2",
                "--json",
                path("figures.json"),
                "--report",
                path("report.html"));
        assertThat(exit).as("done, with a row rejected; %s", err).isEqualTo(3);
        assertThat(out.toString()).contains("1 rows were rejected; see " + path("rejects.jsonl"));
        assertThat(Files.readString(folder.resolve("rejects.jsonl"))).contains("ODD");

        JsonNode figures = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("figures.json").toFile());
        assertThat(figures.at("/visits").asInt()).isEqualTo(visitsOf2011);
        assertThat(figures.at("/positives").asInt()).isEqualTo(badOf2011);
        assertThat(figures.at("/auc").asDouble())
                .as("history tells the bad firms")
                .isBetween(0.65, 0.95);
        assertThat(figures.at("/alerts/lead").asInt()).isPositive();
        assertThat(figures.at("/against/other/visits").asInt()).isEqualTo(visitsOf2011);
        assertThat(figures.at("/against/gained").size()
                        + figures.at("/against/same").asInt())
                .as("every alert of the window is new or has a partner")
                .isPositive();
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("<svg", "</html>")
                .doesNotContain("NaN");
    }

    @Test
    void aCalibratedCatalogueIsWrittenBesideItsOwnOlderFitOnlyAndOrdersVisitsLater() throws IOException {
        Path fitted = folder.resolve("fitted");
        assertThat(calibrate(fitted)).as(err.toString()).isEqualTo(3);
        assertThat(out.toString())
                .contains("Scheme general", "H1 points: {", "P1 true: only 0 visits have it", "1 rows were rejected");
        String text = Files.readString(fitted.resolve("general.yaml"));
        assertThat(text)
                .startsWith("# Points fitted by 'forewarn calibrate' on ")
                .doesNotContain("each: 0");
        assertThat(Files.readString(fitted.resolve("rules.yaml")))
                .as("only points and classes change")
                .isEqualTo(Files.readString(Firms.EXAMPLE.resolve("visits/rules.yaml")));

        assertThat(calibrate(fitted)).as("an older fit is overwritten").isEqualTo(3);
        assertThat(Files.readString(fitted.resolve("general.yaml")))
                .as("by the same")
                .isEqualTo(text);
        Files.writeString(fitted.resolve("notes.txt"), "mine");
        assertThat(calibrate(fitted)).isEqualTo(2);
        assertThat(err.toString()).contains("notes.txt is there");
        Files.delete(fitted.resolve("notes.txt"));

        int exit = run(
                "backtest", fitted.toString(), "--from", "2011-01-01", "--state", "heap", "--json", path("after.json"));
        assertThat(exit).as(err.toString()).isEqualTo(3);
        JsonNode figures = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("after.json").toFile());
        assertThat(figures.at("/auc").asDouble()).isGreaterThan(0.65);
    }

    @Test
    void weightsOfVisitsChangeWhatIsFitted() throws IOException {
        assertThat(calibrate(folder.resolve("plain"))).as(err.toString()).isEqualTo(3);
        assertThat(calibrate(folder.resolve("weighed"), "--weight", "attr('products') == 'Drugs' ? 1.0 : 9.0"))
                .as(err.toString())
                .isEqualTo(3);
        assertThat(Files.readString(folder.resolve("weighed/general.yaml")))
                .isNotEqualTo(Files.readString(folder.resolve("plain/general.yaml")));
        assertThat(calibrate(folder.resolve("none"), "--weight", "attr('products')"))
                .as("a text is no weight")
                .isEqualTo(2);
        assertThat(err.toString()).contains("--weight");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void filesThatCannotBeWrittenAreToldBeforeTheWork() {
        assertThat(run("backtest", example("catalogue"), "--json", path("missing/figures.json")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--json", "missing");
        assertThat(run("backtest", example("catalogue"), "--report", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--report");
        assertThat(out.toString()).isEmpty();
    }

    private int calibrate(Path into, String... more) {
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(List.of("--until", "2010-12-31", "--out", into.toString()));
        return run("calibrate", example("visits"), words.toArray(String[]::new));
    }

    private int run(String command, String catalogue, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command,
                path("events.csv"),
                "--mapping",
                example("mappings"),
                "--catalogue",
                catalogue,
                "--visits",
                "type == 'inspection.completed'",
                "--outcome",
                "type == 'inspection.completed' && attr('oai') == 'true'",
                "--rejects",
                path("rejects.jsonl")));
        words.addAll(List.of(more));
        CommandLine line = Forewarn.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static String example(String name) {
        return Firms.EXAMPLE.resolve(name).toString();
    }
}
