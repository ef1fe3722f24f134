package dev.forewarn.cli.option;

import dev.forewarn.cli.installation.Installation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation a command is about. */
public final class InstallationOptions {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = Installation.DEFAULT_NAME,
            description =
                    "Name of the installation: prefix of its topics and name of its folder (default: ${DEFAULT-VALUE}).")
    private String name = Installation.DEFAULT_NAME;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that keeps broker, state and log (default: forewarn-data/NAME).")
    private @Nullable Path data;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "A real broker instead of the one in the folder.")
    private @Nullable String kafka;

    /** The name, checked. */
    public String name() {
        if (!Installation.isName(name)) {
            throw new Refusal("--name takes lower-case letters, digits and hyphens, at most 41; got '" + name + "'");
        }
        return name;
    }

    public Path folder() {
        return data == null ? Installation.defaultFolder(name()) : data;
    }

    public Optional<String> kafka() {
        return Optional.ofNullable(kafka);
    }

    /** Where the broker of a running installation is, for commands that only talk to it. */
    public String bootstrapServers() {
        return kafka().orElseGet(() -> Installation.read(folder())
                .map(Installation::bootstrapServers)
                .orElseThrow(() -> new Refusal("there is no installation in " + folder()
                        + "; start one with 'forewarn up --name " + name() + "', or name a broker with --kafka")));
    }

    /** From when on the installation publishes what happens; empty if all was published. */
    public Optional<Instant> publishFrom() {
        return Installation.read(folder()).flatMap(Installation::publishFrom);
    }

    public String topicPrefix() {
        return Installation.read(folder()).map(Installation::topicPrefix).orElse(name() + ".");
    }
}
