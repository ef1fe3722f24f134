package dev.forewarn.cli.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
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

/** {@code forewarn bench latency}. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = {
            "How long it takes from the publication of a class I recall on the log until its alert is on the topic of the drug team, "
                    + "while other events keep the job busy. Broker, job, writer and reader share this machine.",
            "",
            "At-least-once delivery. The bar is 50 ms for 99 of 100."
        })
final class LatencyCommand implements Callable<Integer> {

    private static final int BAR_MS = 50;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--alerts", paramLabel = "N", defaultValue = "3000", description = "Recalls that are measured.")
    private int alerts;

    @Option(
            names = "--alerts-per-second",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many of them are published in a second.")
    private int alertsPerSecond;

    @Option(
            names = "--load",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Other events that are published in a second (default: ${DEFAULT-VALUE}).")
    private int load;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        options.refuseBelowOne("--alerts", alerts);
        options.refuseBelowOne("--alerts-per-second", alertsPerSecond);
        LatencyBench bench = new LatencyBench(
                options.entities(20_000), alerts, alertsPerSecond, load, options.parallelism(), options.seed());
        LatencyBench.Figures figures = options.inScratch(
                folder -> bench.run(BenchCatalogues.shipped(), folder, line -> options.progress(out, line)));
        if (options.isJson()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("alerts", figures.alerts());
            members.put("loadPerSecond", figures.loadPerSecond());
            members.put("p50Ms", figures.p50Ms());
            members.put("p99Ms", figures.p99Ms());
            members.put("maxMs", figures.maxMs());
            out.println(new JsonMapper().writeValueAsString(members));
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d recalls among %,.0f other events/s: publication to alert p50 %.1f ms, p99 %.1f ms, most %.1f ms"
                            + " (bar p99 %d ms)%n",
                    figures.alerts(),
                    figures.loadPerSecond(),
                    figures.p50Ms(),
                    figures.p99Ms(),
                    figures.maxMs(),
                    BAR_MS);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
