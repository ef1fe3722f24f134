package dev.forewarn.cli.truth;

import dev.forewarn.cli.option.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether warnings are judged by the hidden truth of a simulated city. */
public final class TruthOptions {

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description =
                    "The truth of a simulated city, as 'simulate' writes it beside the events: the report says which"
                            + " episodes of deterioration were warned of and how early, and what visits by class would find."
                            + " The graph never sees it.")
    private @Nullable Path truth;

    @Option(
            names = "--ratios",
            paramLabel = "CLASS=RATIO",
            split = ",",
            description = "With --truth: share of each class that is visited in a month, in [0, 1]."
                    + " Default: A=0.01,B=0.03,C=0.2,D=1.")
    private Map<String, Double> ratios = new LinkedHashMap<>(Map.of("A", 0.01, "B", 0.03, "C", 0.2, "D", 1.0));

    /**
     * Reads the truth, if there is one.
     *
     * @throws Refusal if the file has faults, or a ratio is none
     */
    public @Nullable HiddenCity read() throws IOException {
        List<String> faults = ratios.entrySet().stream()
                .filter(entry -> !(entry.getValue() >= 0 && entry.getValue() <= 1))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toList();
        if (!faults.isEmpty()) {
            throw new Refusal("--ratios takes shares in [0, 1], as in A=0.01; got " + String.join(", ", faults));
        }
        return truth == null ? null : HiddenCity.read(truth);
    }

    /** Share of each class that is visited in a month. */
    public Map<String, Double> ratios() {
        return Map.copyOf(ratios);
    }
}
