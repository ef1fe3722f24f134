package dev.forewarn.cli.console;

import dev.forewarn.cli.option.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the console is started.
 *
 * @param kafka a broker of the installation
 * @param prefix what the names of its topics begin with
 * @param data folder for the console's database
 * @param clock {@code wall} or {@code events}, as the installation's
 * @param port where its page is wanted
 * @param more further settings of the console, each {@code --NAME=VALUE}
 */
public record ConsoleStart(String kafka, String prefix, Path data, String clock, int port, List<String> more) {

    /** Where its page is unless another port is asked for. */
    public static final int DEFAULT_PORT = 8750;

    /** More options for the Java process of the console, such as {@code -Xmx1g}. */
    private static final String JAVA_OPTIONS = "FOREWARN_CONSOLE_JAVA_OPTS";

    private static final String JAR = "forewarn-console.jar";

    public ConsoleStart {
        more = List.copyOf(more);
    }

    /** The console's jar as it is built, or as it lies beside the command in an image. */
    public static Optional<Path> jar() {
        Path home = Path.of(System.getProperty("forewarn.home", "."));
        return Stream.of(home.resolve("console").resolve("target").resolve(JAR), home.resolve(JAR))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * A command that runs the console with these arguments. It ends when this process ends.
     *
     * @throws Refusal if it has not been built
     */
    static List<String> command(List<String> options, List<String> arguments) {
        Path jar = jar().orElseThrow(
                        () -> new Refusal("the console has not been built; run the launcher ./forewarn, which"
                                + " builds it, or: mvn -Dfast -pl console -am package"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
        command.add("-Dforewarn.parent=" + ProcessHandle.current().pid());
        command.addAll(options);
        String own = System.getenv(JAVA_OPTIONS);
        if (own != null && !own.isBlank()) {
            command.addAll(Arrays.asList(own.strip().split("\\s+")));
        }
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return command;
    }

    /** The settings, as the console's arguments. */
    List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(
                "--forewarn.console.kafka=" + kafka,
                "--forewarn.console.prefix=" + prefix,
                "--forewarn.console.data=" + data.toAbsolutePath(),
                "--forewarn.console.clock=" + clock.toLowerCase(Locale.ROOT),
                "--server.port=" + port));
        settings.addAll(more);
        return settings;
    }
}
