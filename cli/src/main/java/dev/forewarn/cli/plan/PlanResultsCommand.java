package dev.forewarn.cli.plan;

import dev.forewarn.cli.option.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what came of a plan. */
@Command(
        name = "results",
        mixinStandardHelpOptions = true,
        description = {
            "Joins a draw with the visits of the log and prints the two figures of the field, visits made and share with "
                    + "problems: by class, by ground, outside of the plan, and what a uniform draw would have found, estimated "
                    + "from the probabilities (Horvitz-Thompson). Intervals are of 95 %% (Wilson). It lists the visits that were "
                    + "not made.",
            "",
            "A visit belongs to the plan if the log has a fact of it, such as inspection.completed, about a business of the plan "
                    + "in its month. A business counts once.",
            "",
            "Example:",
            "  forewarn plan results plan-city-2026-12 --name city"
        })
public final class PlanResultsCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PlanSources sources = new PlanSources();

    @Parameters(paramLabel = "DIR", description = "Folder of the draw.")
    private Path folder = Path.of(".");

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "Last day on which a visit counts for the plan (default: the last day of its month).")
    private @Nullable String until;

    @Option(names = "--json", description = "The same as JSON, for machines.")
    private boolean isJson;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PlanFolder.Kept kept = new PlanFolder(folder).read();
        VisitRule rule = PlanRulesReader.read(sources.rulesFile()).visits();
        LocalDate from = kept.month().atDay(1);
        LocalDate to = lastDay(kept.month().atEndOfMonth());
        Map<String, Visits> visits = new HashMap<>();
        sources.visits(rule, kept.zone()).forEach((id, all) -> visits.put(id, all.between(from, to)));
        PlanResults results = PlanResults.of(kept.lines(), visits);
        if (isJson) {
            out.println(ResultsJson.of(kept, results));
            out.flush();
            return CommandLine.ExitCode.OK;
        }
        out.println("Plan for " + kept.month() + " of " + kept.installation() + ", seed " + kept.seed()
                + ": visits from " + from + " to " + to);
        if (!kept.isSound()) {
            out.println("Note: frame.csv is not as it was written when it was drawn.");
        }
        new ResultsText(out).print(results);
        return CommandLine.ExitCode.OK;
    }

    private LocalDate lastDay(LocalDate usual) {
        try {
            return until == null ? usual : LocalDate.parse(until);
        } catch (DateTimeException e) {
            throw new Refusal("--until takes a day like 2026-12-31; got '" + until + "'");
        }
    }
}
