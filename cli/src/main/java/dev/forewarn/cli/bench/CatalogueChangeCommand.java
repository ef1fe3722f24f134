package dev.forewarn.cli.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code forewarn bench catalogue-change}. */
@Command(
        name = "catalogue-change",
        mixinStandardHelpOptions = true,
        description = {
            "Measure how long it takes until a catalogue that changes everybody's score has reached everybody, and how long "
                    + "events wait meanwhile.",
            "",
            "The bars are 5 s for 150,000 businesses, and 200 ms for 99 of 100 events."
        })
final class CatalogueChangeCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--rate", paramLabel = "N", defaultValue = "500", description = "Events a second meanwhile.")
    private long rate;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        options.refuseBelowOne("--rate", rate);
        int entities = options.entities(150_000);
        ChangeBench bench = new ChangeBench(entities, options.parallelism(), rate, options.seed());
        ChangeListener.Figures figures = options.inScratch((Path folder) -> bench.run(
                BenchCatalogues.shipped(), BenchCatalogues.changed(), folder, line -> options.progress(out, line)));
        if (options.isJson()) {
            out.println(new JsonMapper().writeValueAsString(figures));
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d of %,d businesses reassessed in %.2f s (bar 5 s for 150,000)%n",
                    figures.reassessed(),
                    entities,
                    figures.seconds());
            out.printf(
                    Locale.ROOT,
                    "%,d events meanwhile: p50 %.1f ms, p99 %.1f ms (bar 200 ms), max %.1f ms%n",
                    figures.events(),
                    figures.p50Ms(),
                    figures.p99Ms(),
                    figures.maxMs());
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
