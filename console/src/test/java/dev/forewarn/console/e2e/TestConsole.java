package dev.forewarn.console.e2e;

import dev.forewarn.console.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A console in this process, on a port of its own. */
public final class TestConsole implements AutoCloseable {

    public static final String PREFIX = "t.";
    public static final String PASSWORD = "a-password-for-tests";

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestConsole(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts one that keeps its things in a folder. */
    public static TestConsole start(String kafka, String prefix, Path data, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--forewarn.console.kafka=" + kafka,
                "--forewarn.console.prefix=" + prefix,
                "--forewarn.console.data=" + data.toAbsolutePath(),
                "--forewarn.console.access.local-password=" + PASSWORD));
        settings.addAll(List.of(more));
        return new TestConsole(new SpringApplicationBuilder(Console.class).run(settings.toArray(String[]::new)));
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** What a path answers to the local account. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    /** What a path answers to a message in JSON of the local account. */
    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(String path) {
        return requestOf("local", path);
    }

    /** A request of somebody whose password is that of all tests. */
    public HttpRequest.Builder requestOf(String account, String path) {
        return requestOf(account, PASSWORD, path);
    }

    public HttpRequest.Builder requestOf(String account, String password, String path) {
        byte[] credentials = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }
}
