package dev.forewarn.cli.command;

import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.option.InstallationOptions;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.replay.Target;
import dev.forewarn.engine.config.Topics;
import java.util.List;
import java.util.Optional;

/** Finds the jobs that {@code forewarn up} runs, below the working directory or in another folder. */
public final class InstalledTargets implements Target.Lookup {

    @Override
    public Target find(InstallationOptions options) {
        Optional<Installation> known = Installation.read(options.folder());
        Optional<String> kafka = options.kafka();
        if (kafka.isPresent()) {
            return new Target(
                    kafka.get(),
                    new Topics(options.topicPrefix()),
                    known.map(Installation::clock).orElse(null));
        }
        Installation installation = known.orElseThrow(() -> new Refusal(List.of(
                "there is no installation in " + options.folder(),
                "start one with: forewarn up --name " + options.name() + " --clock events",
                "or name a broker with --kafka")));
        return new Target(
                installation.bootstrapServers(), new Topics(installation.topicPrefix()), installation.clock());
    }
}
