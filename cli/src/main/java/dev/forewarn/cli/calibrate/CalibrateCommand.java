package dev.forewarn.cli.calibrate;

import dev.forewarn.cli.backtest.Backtest;
import dev.forewarn.cli.backtest.Question;
import dev.forewarn.cli.backtest.QuestionOptions;
import dev.forewarn.cli.backtest.TriedOptions;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.replay.HistoryFiles;
import dev.forewarn.cli.replay.Period;
import dev.forewarn.cli.replay.Prepared;
import dev.forewarn.cli.replay.RejectsFile;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits the points of a catalogue to recorded history. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        header = "Fits the points of a catalogue to how past visits ended, and writes it as a new catalogue.",
        description = {
            "",
            "From what each indicator read before each visit, a penalised logistic regression finds how many points each should"
                    + " earn. Points never get the other sign than the catalogue gives them; an indicator that the data"
                    + " speak against gets none. The new catalogue differs in points and in the ends of the classes only, which"
                    + " are set so that as many visits stand in each class as before. Readings, windows and rules stay.",
            "",
            "The later part of the visits is kept apart first, to see whether a fit on the earlier part gains anything there."
                    + " Try the result on visits after --until with 'backtest', then as a shadow catalogue.",
            ""
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, and every row was mapped",
            "1:failed: a file could not be used",
            "2:refused: wrong options, faults, or too little to fit by",
            "3:done, but some rows were rejected"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  forewarn calibrate events.csv --mapping config/examples/fda-firms/mappings \\",
            "      --catalogue config/examples/fda-firms/catalogue \\",
            "      --visits \"type == 'inspection.completed'\" \\",
            "      --outcome \"type == 'inspection.completed' && attr('oai') == 'true'\" \\",
            "      --until 2013-12-31 --out calibrated",
            ""
        })
public final class CalibrateCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HistoryFiles history = new HistoryFiles();

    @Mixin
    private QuestionOptions asked = new QuestionOptions();

    @Mixin
    private TriedOptions tried = new TriedOptions();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description =
                    "First day whose visits are fitted by; what came before is history. Default: that of the data.")
    private @Nullable String from;

    @Option(
            names = "--until",
            required = true,
            paramLabel = "DAY",
            description = "Last day whose visits are fitted by. With --within, leave as many days before the data end.")
    private String until = "";

    @Option(
            names = "--weight",
            paramLabel = "CEL",
            description =
                    "How much a visit counts, a number above 0: for visits that were drawn with known chances, one over the"
                            + " chance, such as 1.0 / num('chance').")
    private @Nullable String weight;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the new catalogue goes.")
    private Path out = Path.of("");

    /** Takes the clock that says which events lie in the future. */
    public CalibrateCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return calibrate(Objects.requireNonNull(spec).commandLine().getOut());
    }

    private int calibrate(PrintWriter words) throws IOException, InterruptedException {
        CatalogueBundle catalogue = tried.catalogue();
        asked.requireDomain(catalogue.catalogue(), tried.folder());
        Warnings.refuseInspectors(catalogue.catalogue());
        if (Files.isDirectory(out) && Files.isSameFile(out, tried.folder())) {
            throw new Refusal("--out must be another folder than --catalogue; got " + out + " for both");
        }
        CatalogueText text = CatalogueText.read(tried.folder());
        text.requireOwn(out);
        HistoryFiles.Checked checked = history.check();
        ZoneId zone = catalogue.catalogue().days().zone();
        Period period = Period.parse(from, until, zone);
        Question every = question(Instant.EPOCH, Instant.MAX);
        try (RejectsFile rejects = history.rejects();
                Prepared prepared = history.prepare(checked, Period.ALL, clock.instant(), rejects)) {
            if (prepared.count() == 0) {
                throw new Refusal("there is no event to fit by; see what the mapping did with --rejects");
            }
            Instant start = period.from() == null ? prepared.first() : period.from();
            Question question = every.in(start, Objects.requireNonNull(period.to()));
            Instant end = prepared.last().plus(Period.AFTER_MIDNIGHT);
            try (Backtest backtest = Backtest.of(prepared, zone, end, Backtest.Options.ofVisits(tried.parallelism()))) {
                fit(backtest, catalogue, text, question, words);
            }
            rejects.tell(prepared, words);
            return RejectsFile.exitCode(prepared);
        }
    }

    private Question question(Instant first, Instant after) {
        Question question = asked.question(first, after);
        return weight == null ? question : question.weighing(Question.number("--weight", weight));
    }

    private void fit(
            Backtest backtest, CatalogueBundle catalogue, CatalogueText text, Question question, PrintWriter words)
            throws IOException, InterruptedException {
        List<Scheme> schemes = catalogue.catalogue().schemes().stream()
                .filter(scheme -> question.domain().isEmpty() || scheme.domain().equals(question.domain()))
                .toList();
        int written = 0;
        for (Scheme scheme : schemes) {
            try {
                Calibration.Fitted fitted = new Calibration(backtest, catalogue, text, question).fit(scheme);
                text.replace(scheme.domain(), fitted.points(), fitted.classes(), remark(fitted));
                print(fitted, words);
                written++;
            } catch (Refusal e) {
                if (schemes.size() == 1) {
                    throw e;
                }
                words.println(e.getMessage() + "; left as it is");
            }
        }
        if (written == 0) {
            throw new Refusal("no scheme could be fitted; nothing was written");
        }
        text.write(out);
        words.println("Catalogue: " + out);
    }

    private String remark(Calibration.Fitted fitted) {
        return format(
                "on %,d visits (%,d bad) until %s; a fit on those before %s orders the %,d later ones with AUC %.3f, was %.3f.",
                fitted.visits(),
                fitted.positives(),
                until,
                fitted.cut(),
                fitted.validated(),
                fitted.after().auc(),
                fitted.before().auc());
    }

    private static void print(Calibration.Fitted fitted, PrintWriter words) {
        words.println(format(
                "Scheme %s: %,d visits to businesses of which something was known, %,d of them bad",
                fitted.domain(), fitted.visits(), fitted.positives()));
        if (fitted.undecided() > 0) {
            words.println(format(
                    "  left out: %,d visits; the data end less than --within days after them", fitted.undecided()));
        }
        words.println(format(
                "  validated: fitted on the first %,d, tried on the last %,d (from %s); penalty %.0f",
                fitted.trained(), fitted.validated(), fitted.cut(), fitted.penalty()));
        words.println(format(
                "  on all visits of that time: AUC %.3f, was %.3f; bad among the highest tenth %.1f%%, was %.1f%%",
                fitted.after().auc(),
                fitted.before().auc(),
                fitted.after().precisionAtTen() * 100,
                fitted.before().precisionAtTen() * 100));
        fitted.points().forEach((id, points) -> words.println("  " + id + " points: " + points));
        words.println("  classes: " + fitted.classes());
        fitted.warnings().forEach(warning -> words.println("  WARNING " + warning));
        words.flush();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
