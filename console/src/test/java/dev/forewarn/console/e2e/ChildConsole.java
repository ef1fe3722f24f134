package dev.forewarn.console.e2e;

import dev.forewarn.console.Console;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A console in a process of its own, to be killed in the midst of its work. */
final class ChildConsole implements AutoCloseable {

    private static final String CREDENTIALS =
            Base64.getEncoder().encodeToString(("local:" + TestConsole.PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private ChildConsole(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one that reads in small batches and is up soon. */
    static ChildConsole start(String kafka, Path folder, int port) throws IOException {
        return start(
                kafka,
                folder,
                port,
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                "--forewarn.console.batch=100");
    }

    /** Starts one. */
    static ChildConsole start(String kafka, Path folder, int port, List<String> options, String... more)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dforewarn.parent=" + ProcessHandle.current().pid());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Console.class.getName(),
                "--server.port=" + port,
                "--forewarn.console.kafka=" + kafka,
                "--forewarn.console.prefix=" + TestConsole.PREFIX,
                "--forewarn.console.data=" + folder.resolve("data"),
                "--forewarn.console.access.local-password=" + TestConsole.PASSWORD));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("child.log").toFile()))
                .start();
        return new ChildConsole(process, port);
    }

    /** What a path answers; empty while nobody answers. */
    String get(String path) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the console has ended with " + process.exitValue());
        }
        try {
            return client.send(request(path), BodyHandlers.ofString()).body();
        } catch (ConnectException notYet) {
            return "";
        }
    }

    HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + CREDENTIALS)
                .build();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        int unused = process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
