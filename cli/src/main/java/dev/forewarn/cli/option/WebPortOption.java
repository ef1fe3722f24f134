package dev.forewarn.cli.option;

import picocli.CommandLine.Option;

/** Where Flink's page of an installation in this process is wanted. */
public final class WebPortOption {

    @Option(
            names = "--web-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description =
                    "Where Flink's page is wanted; the next free port if it is taken (default: ${DEFAULT-VALUE}).")
    private int port = 8081;

    /** The port, as given. */
    public int port() {
        return port;
    }
}
