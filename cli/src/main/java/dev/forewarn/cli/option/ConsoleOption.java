package dev.forewarn.cli.option;

import picocli.CommandLine.Option;

/** Whether an installation in this process has a console beside it, and where. */
public final class ConsoleOption {

    @Option(
            names = "--no-console",
            description = "Leave out the console, the page for people, which is a process of its own.")
    private boolean isLeftOut;

    @Option(
            names = "--console-port",
            paramLabel = "PORT",
            defaultValue = "8750",
            description =
                    "Where the console's page is wanted; the next free port if it is taken (default: ${DEFAULT-VALUE}).")
    private int port = 8750;

    public boolean isWanted() {
        return !isLeftOut;
    }

    /** The port, as given. */
    public int port() {
        return port;
    }
}
