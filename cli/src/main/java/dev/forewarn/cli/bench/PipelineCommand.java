package dev.forewarn.cli.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code forewarn bench pipeline}. */
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = {
            "Compare the job with one that only moves bytes: the same source, decoding and shuffle, a value of the same size "
                    + "read and written in RocksDB for each event, as many bytes of output.",
            "",
            "Both run in turns; the medians are compared. The bar is a ratio of 0.6."
        })
final class PipelineCommand implements Callable<Integer> {

    private static final double BAR = 0.6;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--events", paramLabel = "N", defaultValue = "600000", description = "Events of a round.")
    private long events;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Rounds that are counted.")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        options.refuseBelowOne("--events", events);
        options.refuseBelowOne("--rounds", rounds);
        PipelineBench bench =
                new PipelineBench(options.entities(20_000), events, options.parallelism(), rounds, options.seed());
        PipelineBench.Figures figures = options.inScratch(
                (Path folder) -> bench.run(BenchCatalogues.shipped(), folder, line -> options.progress(out, line)));
        double engine = PipelineBench.Figures.median(figures.engine());
        double opaque = PipelineBench.Figures.median(figures.opaque());
        if (options.isJson()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("engineEventsPerSecond", engine);
            members.put("opaqueEventsPerSecond", opaque);
            members.put("ratio", figures.ratio());
            members.put("engineRounds", figures.engine());
            members.put("opaqueRounds", figures.opaque());
            members.put("bytes", figures.bytes());
            out.println(new JsonMapper().writeValueAsString(members));
        } else {
            out.printf(
                    Locale.ROOT,
                    "engine %,.0f events/s, get-and-put %,.0f events/s: ratio %.2f (bar %.1f)%n",
                    engine,
                    opaque,
                    figures.ratio(),
                    BAR);
            out.printf(
                    Locale.ROOT,
                    "for each event a value of %d bytes and %.2f messages of %d bytes%n",
                    figures.bytes().dossier(),
                    figures.bytes().messagesPerEvent(),
                    figures.bytes().message());
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
