package dev.forewarn.cli.command;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Standing;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.catalogue.CutPoints;
import dev.forewarn.cli.option.InstallationOptions;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.config.Topics;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds cut points for a wanted mix of classes. */
@Command(
        name = "cut",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the scores at which the classes of a domain must end so that so many businesses fall into each, and "
                    + "prints them as a line for the catalogue.",
            "",
            "The scores are those of the newest assessments of a running installation. The cut points are fixed from then on: "
                    + "a class must not change because others have changed."
        })
public final class CatalogueCutCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Option(
            names = "--domain",
            paramLabel = "D",
            defaultValue = "general",
            description = "Whose classes (default: ${DEFAULT-VALUE}).")
    private String domain = "general";

    @Option(
            names = "--mix",
            paramLabel = "CLASS=PERCENT",
            split = ",",
            required = true,
            description = "Wanted mix, best class first, such as A=60,B=30,C=7.5,D=2.5; it adds up to 100.")
    private Map<String, Double> mix = new LinkedHashMap<>();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        double sum = mix.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 100) > 0.01 || mix.values().stream().anyMatch(share -> share < 0)) {
            throw new Refusal("the shares of --mix are not negative and add up to 100; got " + mix + ", in all " + sum);
        }
        Map<String, Standing> standings = new HashMap<>();
        Set<String> versions = new TreeSet<>();
        read(standings, versions);
        if (standings.isEmpty()) {
            throw new Refusal("there is no assessment in the domain '" + domain + "' in "
                    + new Topics(options.topicPrefix()).assessments());
        }
        print(standings, versions, out);
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private void read(Map<String, Standing> standings, Set<String> versions) {
        String topic = new Topics(options.topicPrefix()).assessments();
        try (TopicReader reader = new TopicReader(options.bootstrapServers(), topic)) {
            reader.readAll(message -> {
                if (Wire.decode(message.value(), Assessment.class) instanceof Decoded.Value<Assessment> assessment) {
                    standings.remove(message.key());
                    for (Standing standing : assessment.value().getStandings()) {
                        if (standing.getDomain().equals(domain)) {
                            standings.put(message.key(), standing);
                            versions.add(assessment.value().getCatalogueVersion());
                        }
                    }
                }
            });
        }
    }

    private void print(Map<String, Standing> standings, Set<String> versions, PrintWriter out) {
        Map<String, Double> shares = new LinkedHashMap<>();
        mix.forEach((label, percent) -> shares.put(label, percent / 100));
        int scale = standings.values().iterator().next().getScale();
        List<Integer> scores = new ArrayList<>(
                standings.values().stream().map(Standing::getScore).toList());
        List<CutPoints.Cut> cuts = CutPoints.of(scores, shares, scale);
        StringJoiner wanted = new StringJoiner(", ");
        mix.forEach((label, percent) -> wanted.add(String.format(Locale.ROOT, "%s %.4g%%", label, percent)));
        StringJoiner got = new StringJoiner(", ");
        for (CutPoints.Cut cut : cuts) {
            got.add(String.format(Locale.ROOT, "%s %.2f%%", cut.label(), 100 * cut.share()));
        }
        out.println("# Cut for a mix of " + wanted + " over " + scores.size() + " businesses of '" + options.name()
                + "' under catalogue " + String.join(", ", versions) + ".");
        out.println("# Classes by score alone are then " + got + "; businesses of one score stay together.");
        out.println("classes: " + CutPoints.text(cuts));
    }
}
