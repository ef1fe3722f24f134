package dev.forewarn.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.forewarn.cli.option.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what ratios may be expected to find. */
@Command(
        name = "expect",
        mixinStandardHelpOptions = true,
        description = {
            "Says what share of a plan's visits may be expected to find a problem, against a uniform draw of as many visits, "
                    + "from rates by class that are known from elsewhere, or from the deciles of a back-test (forewarn backtest "
                    + "--json).",
            "",
            "Examples:",
            "  forewarn plan expect --businesses A=22187,B=5658,C=1580,D=898 --rates A=0,B=0.3962,C=0.5652,D=0.8497 --ratios "
                    + "A=0.02,B=0.05,C=1,D=1",
            "  forewarn plan expect --backtest out.json --ratios 1=1,2=0.2,3=0.03,4=0.03,5=0.03,6=0.01,7=0.01,8=0.01,9=0.01,10=0.01"
        })
public final class PlanExpectCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--ratios",
            paramLabel = "GROUP=RATIO",
            split = ",",
            required = true,
            description = "Share of each class, or decile (1: the highest scores), that is visited, in [0, 1].")
    private Map<String, String> ratios = new LinkedHashMap<>();

    @Option(
            names = "--businesses",
            paramLabel = "CLASS=N",
            split = ",",
            description = "How many businesses are in each class.")
    private Map<String, Integer> businesses = new LinkedHashMap<>();

    @Option(
            names = "--rates",
            paramLabel = "CLASS=RATE",
            split = ",",
            description = "Share of each class that has a problem, in [0, 1].")
    private Map<String, String> rates = new LinkedHashMap<>();

    @Option(
            names = "--backtest",
            paramLabel = "FILE",
            description = "JSON of a back-test, in place of --businesses and --rates.")
    private @Nullable Path backtest;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Expectation.Group> groups = backtest == null ? byClass() : byDecile(backtest);
        Expectation expected = Expectation.of(groups);
        if (!(expected.visits() > 0)) {
            throw new Refusal("the ratios give no visit; raise one");
        }
        out.printf(
                Locale.ROOT,
                "  %-8s %12s %8s %10s %10s%n",
                backtest == null ? "class" : "decile",
                backtest == null ? "businesses" : "visits",
                "ratio",
                "visited",
                "problems");
        groups.forEach(group -> out.printf(
                Locale.ROOT,
                "  %-8s %,12.0f %7.1f%% %,10.0f %9.1f%%%n",
                group.name(),
                group.businesses(),
                100 * group.ratio(),
                group.businesses() * group.ratio(),
                100 * group.rate()));
        out.println();
        out.printf(
                Locale.ROOT,
                "The plan visits %.1f%% and finds problems at %.1f%% of its visits; a uniform draw at %.1f%%: %.1f times as many "
                        + "for the same work.%n",
                100 * expected.visitedShare(),
                100 * expected.hitRate(),
                100 * expected.uniformRate(),
                expected.lift());
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private List<Expectation.Group> byClass() {
        if (businesses.isEmpty() || !businesses.keySet().equals(rates.keySet())) {
            throw new Refusal("--businesses and --rates name the same classes; got " + businesses.keySet() + " and "
                    + rates.keySet());
        }
        List<Expectation.Group> groups = new ArrayList<>();
        businesses.forEach((label, count) -> groups.add(new Expectation.Group(
                label,
                Math.max(0, count),
                ratio(label),
                Ratios.share("--rates", label, rates.getOrDefault(label, "")))));
        return groups;
    }

    private List<Expectation.Group> byDecile(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refusal("there is no file " + file + " to read");
        }
        List<Expectation.Group> groups = new ArrayList<>();
        for (JsonNode decile :
                JsonMapper.builder().build().readTree(file.toFile()).path("deciles")) {
            String number = decile.path("decile").asText();
            groups.add(new Expectation.Group(
                    number,
                    decile.path("visits").asDouble(),
                    ratio(number),
                    decile.path("rate").asDouble()));
        }
        if (groups.isEmpty()) {
            throw new Refusal(file + " has no deciles; it is written by 'forewarn backtest --json'");
        }
        return groups;
    }

    private double ratio(String label) {
        String text = ratios.get(label);
        if (text == null) {
            throw new Refusal("--ratios names every class or decile; there is none for '" + label + "'");
        }
        return Ratios.share("--ratios", label, text);
    }
}
