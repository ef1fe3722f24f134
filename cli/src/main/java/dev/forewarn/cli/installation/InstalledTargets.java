package dev.forewarn.cli.installation;

import dev.forewarn.cli.replay.Refused;
import dev.forewarn.cli.replay.Target;
import dev.forewarn.engine.config.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the jobs that {@code forewarn up} runs below the working directory. */
public final class InstalledTargets implements Target.Lookup {

    @Override
    public Target find(String name, @Nullable String kafka) throws IOException {
        Optional<Installation> known = Installation.read(Installation.defaultFolder(name));
        if (kafka != null) {
            return new Target(
                    kafka,
                    new Topics(known.map(Installation::topicPrefix).orElse(name + ".")),
                    known.map(Installation::clock).orElse(null));
        }
        Installation installation = known.orElseThrow(() -> new Refused(List.of(
                "there is no installation in " + Installation.defaultFolder(name),
                "start one with: forewarn up --name " + name + " --clock events",
                "or name a broker with --kafka")));
        return new Target(
                installation.bootstrapServers(), new Topics(installation.topicPrefix()), installation.clock());
    }
}
