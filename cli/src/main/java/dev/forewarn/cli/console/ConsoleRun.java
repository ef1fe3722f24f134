package dev.forewarn.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Runs the console in the foreground: what it says goes where this process writes. */
public final class ConsoleRun {

    private ConsoleRun() {}

    /** Runs it until it ends; gives its exit code. */
    public static int run(ConsoleStart start) {
        return await(ConsoleStart.command(List.of(), start.settings()));
    }

    /** Asks for a password and prints its hash. */
    public static int hash() {
        return await(ConsoleStart.command(List.of("-XX:TieredStopAtLevel=1"), List.of("--hash")));
    }

    private static int await(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "forewarn-console-stop"));
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("the console cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
