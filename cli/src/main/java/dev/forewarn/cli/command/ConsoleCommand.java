package dev.forewarn.cli.command;

import dev.forewarn.cli.console.ConsoleRun;
import dev.forewarn.cli.console.ConsoleStart;
import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.option.InstallationOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the console of an installation. */
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the console alone: the pages for people and the REST API of an installation, in a process of its own. "
                    + "'forewarn up' and 'forewarn demo' start one themselves.",
            "",
            "Without --users it listens on this machine only, with one account 'local' whose password it prints. To let others "
                    + "in, write a file of users (docs/CONSOLE.md), make each password's hash with 'forewarn console --hash', and "
                    + "start with --users FILE --address 0.0.0.0 behind a server that speaks HTTPS.",
            "",
            "Settings of docs/CONSOLE.md follow after two dashes, such as: forewarn console --name city -- "
                    + "--spring.datasource.url=jdbc:postgresql://db/console"
        })
public final class ConsoleCommand implements Callable<Integer> {

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            description = "What the topics' names begin with (default: the installation's name and a dot).")
    private @Nullable String prefix;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8750",
            description = "Where its page is (default: ${DEFAULT-VALUE}).")
    private int port = ConsoleStart.DEFAULT_PORT;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description =
                    "Address of this machine to listen on; other than loopback only with users (default: 127.0.0.1).")
    private @Nullable String address;

    @Option(
            names = "--users",
            paramLabel = "FILE",
            description = "Who may log in, with roles and scopes, in YAML (docs/CONSOLE.md).")
    private @Nullable Path users;

    @Option(names = "--hash", description = "Ask for a password, print its hash for the file of users, and end.")
    private boolean isHashWanted;

    @Parameters(
            paramLabel = "SETTING",
            description = "Further settings of the console, --NAME=VALUE, after two dashes.")
    private List<String> settings = List.of();

    @Override
    public Integer call() {
        return isHashWanted ? ConsoleRun.hash() : ConsoleRun.run(start());
    }

    private ConsoleStart start() {
        List<String> more = new ArrayList<>();
        if (users != null) {
            more.add("--forewarn.console.access.users=" + users.toAbsolutePath());
        }
        if (address != null) {
            more.add("--server.address=" + address);
        }
        more.addAll(settings);
        return new ConsoleStart(
                options.bootstrapServers(),
                prefix == null ? options.topicPrefix() : prefix,
                options.folder().resolve("console"),
                Installation.read(options.folder())
                        .map(known -> known.clock().name())
                        .orElse("wall"),
                port,
                more);
    }
}
