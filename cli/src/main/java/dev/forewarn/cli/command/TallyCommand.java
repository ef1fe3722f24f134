package dev.forewarn.cli.command;

import dev.forewarn.cli.count.Census;
import dev.forewarn.cli.count.CensusJson;
import dev.forewarn.cli.count.CensusText;
import dev.forewarn.cli.count.ReadPosition;
import dev.forewarn.cli.option.InstallationOptions;
import dev.forewarn.engine.config.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts what is on the topics of one installation. */
@Command(
        name = "tally",
        mixinStandardHelpOptions = true,
        description = {
            "Counts what is on the topics of a running installation: events by type, facts and duplicates; rejects by reason; "
                    + "assessments and month-end classes by class; alerts by rule and level, with their transitions.",
            "",
            "What comes again after a crash counts once: alerts by id and revision, classes by business and month, rejects "
                    + "by the place of their input."
        })
public final class TallyCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Option(
            names = "--wait",
            description = "First wait until a checkpoint of the job covers the whole log, so that nothing is missing.")
    private boolean isWaiting;

    @Option(names = "--json", description = "Counts as one JSON object, for machines.")
    private boolean isJson;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Topics topics = new Topics(options.topicPrefix());
        if (isWaiting) {
            awaitJob(topics);
        }
        Census census = Census.of(options.bootstrapServers(), topics, options.name());
        if (isJson) {
            out.println(CensusJson.of(census));
        } else {
            new CensusText(out).print(census);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private void awaitJob(Topics topics) throws IOException, InterruptedException {
        OptionalLong behind = ReadPosition.behind(options.bootstrapServers(), topics.events(), options.name());
        while (behind.isEmpty() || behind.getAsLong() > 0) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            behind = ReadPosition.behind(options.bootstrapServers(), topics.events(), options.name());
        }
    }
}
