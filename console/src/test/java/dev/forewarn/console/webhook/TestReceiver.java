package dev.forewarn.console.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A system that receives webhooks, and verifies them as docs/WEBHOOKS.md tells, with none of the sender's code. */
final class TestReceiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private volatile int answer = 204;

    TestReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    /** A message as it came. */
    record Got(String body, String contentType, String timestamp, String signature) {

        boolean isRightUnder(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                byte[] hash = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                String expected = "v1=" + HexFormat.of().formatHex(hash);
                return MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        Got withBody(String other) {
            return new Got(other, contentType, timestamp, signature);
        }

        Got withTimestamp(String other) {
            return new Got(body, contentType, other, signature);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        Duration delay = delays.get(exchange.getRequestURI().getPath().substring(1));
        if (delay != null) {
            try {
                Thread.sleep(delay.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        var headers = exchange.getRequestHeaders();
        got.add(new Got(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                headers.getFirst("Content-Type"),
                headers.getFirst("Forewarn-Timestamp"),
                headers.getFirst("Forewarn-Signature")));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void answer(int status) {
        answer = status;
    }

    void delay(String path, Duration delay) {
        delays.put(path, delay);
    }

    List<Got> got() {
        return List.copyOf(got);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
