package dev.forewarn.cli.installation;

import dev.forewarn.cli.replay.Refused;
import dev.forewarn.cli.replay.Target;
import dev.forewarn.engine.config.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the jobs that {@code forewarn up} runs, below the working directory or in another folder. */
public final class InstalledTargets implements Target.Lookup {

    @Override
    public Target find(String name, @Nullable Path data, @Nullable String kafka) throws IOException {
        Path folder = data == null ? Installation.defaultFolder(name) : data;
        Optional<Installation> known = Installation.read(folder);
        if (kafka != null) {
            return new Target(
                    kafka,
                    new Topics(known.map(Installation::topicPrefix).orElse(name + ".")),
                    known.map(Installation::clock).orElse(null));
        }
        Installation installation = known.orElseThrow(() -> new Refused(List.of(
                "there is no installation in " + folder,
                "start one with: forewarn up --name " + name + " --clock events",
                "or name a broker with --kafka")));
        return new Target(
                installation.bootstrapServers(), new Topics(installation.topicPrefix()), installation.clock());
    }
}
