package dev.forewarn.cli.backtest;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.forewarn.avro.Family;
import dev.forewarn.cli.catalogue.Bundles;
import dev.forewarn.cli.option.OutputFiles;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.replay.HistoryFiles;
import dev.forewarn.cli.replay.Period;
import dev.forewarn.cli.replay.Prepared;
import dev.forewarn.cli.replay.RejectsFile;
import dev.forewarn.cli.truth.HiddenCity;
import dev.forewarn.cli.truth.Lead;
import dev.forewarn.cli.truth.TruthCheck;
import dev.forewarn.cli.truth.TruthOptions;
import dev.forewarn.cli.truth.TruthResult;
import dev.forewarn.cli.truth.TruthText;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries a catalogue on recorded history. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        header = "Tries a catalogue on recorded history: what it would have raised, when, and how right it was.",
        description = {
            "",
            "The files are mapped and sorted as for 'replay', and run through the job's own graph in this process; no broker"
                    + " is needed. Then each visit of the window is compared with the score of the business just before it.",
            "",
            "--visits says which events are visits, --outcome which events are bad. Both are conditions over one event:"
                    + " type, source, subject, severity, record_key, amount, attr('x'), num('x'). A visit is bad if it is"
                    + " itself a bad event, or, with --within, if one follows within so many days.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, and every row was mapped",
            "1:failed: a file could not be used, or the job failed",
            "2:refused: wrong options, or a mapping, catalogue or condition with faults",
            "3:done, but some rows were rejected"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  forewarn backtest businesses.csv events.csv \\",
            "      --mapping config/examples/chicago-food/mappings \\",
            "      --catalogue config/examples/chicago-food/catalogue \\",
            "      --visits \"type == 'inspection.completed'\" \\",
            "      --outcome \"type == 'inspection.completed' && num('critical') >= 1.0\" \\",
            "      --from 2013-07-01 --to 2013-12-31 --report report.html",
            "",
            "  # Which alerts would another catalogue have gained and lost?",
            "  forewarn backtest … --catalogue new --against config/catalogue",
            ""
        })
public final class BacktestCommand implements Callable<Integer> {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HistoryFiles history = new HistoryFiles();

    @Mixin
    private QuestionOptions asked = new QuestionOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private TruthOptions truth = new TruthOptions();

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description =
                    "A second catalogue: the report names the alerts that --catalogue gains and loses against it, and"
                            + " the businesses that change class.")
    private @Nullable Path against;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description =
                    "First day of the window: visits and alerts before it are history. Default: that of the data.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description =
                    "Last day of the window, included. The graph knows nothing of what came later; bad outcomes after it"
                            + " still bear alerts out. Default: that of the data.")
    private @Nullable String to;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report as one HTML file.")
    private @Nullable Path report;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write all figures as JSON (config/schema/backtest.schema.json).")
    private @Nullable Path json;

    /** Takes the clock that says which events lie in the future. */
    public BacktestCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return backtest(Objects.requireNonNull(spec).commandLine().getOut());
    }

    private int backtest(PrintWriter out) throws IOException, InterruptedException {
        OutputFiles.require("--json", json);
        OutputFiles.require("--report", report);
        CatalogueBundle catalogue = run.catalogue();
        asked.requireDomain(catalogue.catalogue(), run.folder());
        CatalogueBundle other = other();
        HiddenCity hidden = truth.read();
        HistoryFiles.Checked checked = history.check();
        ZoneId zone = catalogue.catalogue().days().zone();
        Period period = Period.parse(from, to, zone);
        // A condition with a fault is told before minutes of work.
        asked.question(Instant.EPOCH, Instant.MAX);
        try (RejectsFile rejects = history.rejects();
                Prepared prepared = history.prepare(checked, Period.ALL, clock.instant(), rejects)) {
            if (prepared.count() == 0) {
                throw new Refusal("there is no event to try a catalogue on; see what the mapping did with --rejects");
            }
            Window window = Window.of(period, prepared, zone);
            Question question = asked.question(window.from(), window.to());
            try (Backtest backtest = Backtest.of(prepared, zone, window.end(), run.options())) {
                tell(backtest, catalogue, other, hidden, question, out);
            }
            rejects.tell(prepared, out);
            return RejectsFile.exitCode(prepared);
        }
    }

    private @Nullable CatalogueBundle other() {
        if (against == null) {
            return null;
        }
        CatalogueBundle other = Bundles.read(against);
        asked.requireDomain(other.catalogue(), against);
        return other;
    }

    private void tell(
            Backtest backtest,
            CatalogueBundle catalogue,
            @Nullable CatalogueBundle other,
            @Nullable HiddenCity hidden,
            Question question,
            PrintWriter out)
            throws IOException, InterruptedException {
        AlertLedger ledger = new AlertLedger(question.from(), question.to());
        BacktestResult result = backtest.run(catalogue, question, ledger, asked.words());
        Comparison comparison = null;
        if (other != null) {
            AlertLedger theirs = new AlertLedger(question.from(), question.to());
            comparison = Comparison.of(ledger, theirs, backtest.run(other, question, theirs, asked.words()));
        }
        new BacktestText(out).print(result, comparison);
        TruthResult judged = hidden == null ? null : judge(catalogue, hidden, question, ledger);
        if (judged != null) {
            new TruthText(out).print(judged);
        }
        if (json != null) {
            Files.writeString(json, MAPPER.writeValueAsString(BacktestJson.of(result, comparison, judged)) + "\n");
            out.println("Figures: " + json);
        }
        if (report != null) {
            Files.writeString(report, new BacktestHtml(result, comparison, judged).page());
            out.println("Report: " + report);
        }
    }

    private TruthResult judge(CatalogueBundle catalogue, HiddenCity hidden, Question question, AlertLedger ledger) {
        ZoneId zone = catalogue.catalogue().days().zone();
        List<Lead> leads = ledger.all().stream()
                .filter(entry -> entry.family() == Family.LEAD)
                .map(entry -> new Lead(
                        entry.entityId(),
                        day(entry.openedAt(), zone),
                        entry.endedAt() == null ? null : day(entry.endedAt(), zone)))
                .toList();
        return TruthCheck.of(
                hidden,
                leads,
                ledger.history(),
                label -> catalogue.catalogue().schemes().stream()
                        .mapToInt(scheme -> scheme.bands().rankOf(label))
                        .max()
                        .orElse(0),
                day(question.from(), zone),
                day(question.to(), zone),
                truth.ratios());
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}
