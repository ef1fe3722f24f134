package dev.forewarn.cli.embedded;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Java process on this test's class path, to be killed in the midst of its work. */
public final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private ChildProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts {@code main} with {@code heap} (such as 400m); what it prints goes to {@code output}. */
    public static ChildProcess start(Class<?> main, Path output, String heap, String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = Stream.concat(
                        Stream.of(
                                java.toString(),
                                "-Xmx" + heap,
                                // It lives for seconds, so what counts is how soon it is up.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new ChildProcess(process, output);
    }

    /**
     * Waits for a line that starts with {@code start} and gives the rest of it. Fails, with all output, if the process
     * ends.
     */
    public String awaitLine(String start, Duration patience) {
        await().atMost(patience).until(() -> line(start).isPresent() || !process.isAlive());
        return line(start).orElseThrow(() -> new AssertionError("The process ended early. It printed:\n" + printed()));
    }

    private Optional<String> line(String start) {
        return printed()
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst();
    }

    /** All that the process has printed so far. */
    public String printed() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("The output of the process cannot be read.", e);
        }
    }

    /** Ends the process at once, as {@code kill -9} does, and returns when it is dead. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
