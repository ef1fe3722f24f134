package dev.forewarn.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** A console as a process beside an installation in this one. It ends with this process, however that ends. */
public final class ConsoleProcess {

    private static final int PASSWORD_LENGTH = 16;
    /** Without those that are taken for each other. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final URI address;
    private final String password;
    private final Path log;

    private ConsoleProcess(URI address, String password, Path log) {
        this.address = address;
        this.password = password;
        this.log = log;
    }

    /**
     * Starts one, whose page is there some seconds later; what it says goes to {@code console.log} in its folder, which
     * it keeps from growing without end, and what Java itself says to {@code console.out}.
     *
     * @param isBrief whether it lives for minutes, so that what counts is how soon it is up
     */
    public static ConsoleProcess start(ConsoleStart start, boolean isBrief) {
        String password = newPassword();
        Path log = start.data().resolve("console.log");
        try {
            Files.createDirectories(start.data());
            List<String> settings = new ArrayList<>(start.settings());
            settings.add("--logging.file.name=" + log.toAbsolutePath());
            settings.add("--logging.threshold.console=off");
            ProcessBuilder builder = new ProcessBuilder(ConsoleStart.command(
                            isBrief ? List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto") : List.of(), settings))
                    .redirectErrorStream(true)
                    .redirectOutput(start.data().resolve("console.out").toFile());
            // Not as an argument, which everybody on the machine can read.
            builder.environment().put("FOREWARN_CONSOLE_ACCESS_LOCALPASSWORD", password);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "forewarn-console-stop"));
        } catch (IOException e) {
            throw new UncheckedIOException("the console cannot be started", e);
        }
        return new ConsoleProcess(URI.create("http://127.0.0.1:" + start.port() + "/"), password, log);
    }

    /** Where its page is. */
    public URI address() {
        return address;
    }

    /** Password of the account {@code local}, for this run. */
    public String password() {
        return password;
    }

    /** What it says. */
    public Path log() {
        return log;
    }

    private static String newPassword() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
