package dev.forewarn.cli.option;

import picocli.CommandLine.Option;

/** The help of commands for which {@code --version} means the version of a catalogue. */
public final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean isWanted;

    /** Whether help was asked for. */
    public boolean isWanted() {
        return isWanted;
    }
}
