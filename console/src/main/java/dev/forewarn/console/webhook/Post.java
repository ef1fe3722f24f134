package dev.forewarn.console.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends one message, signed, and says what was answered. Redirects are not followed: the file names the receiver. */
@Component
class Post {

    private static final int GONE = 410;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(Redirect.NEVER)
            .version(Version.HTTP_1_1)
            .build();

    /**
     * What came of an attempt.
     *
     * @param status of the answer; null if none came
     * @param error why none came; null if one did
     */
    record Answer(@Nullable Integer status, @Nullable String error) {

        boolean isTaken() {
            return status != null && status >= 200 && status < 300;
        }

        /** Whether the receiver says that it never wants to hear of it again. */
        boolean isFinal() {
            return status != null && status == GONE;
        }
    }

    Answer send(Hook hook, String eventId, String contentType, String body, Instant now) throws InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        long seconds = now.getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(hook.url())
                .timeout(hook.timeout())
                .header("Content-Type", contentType + "; charset=utf-8")
                .header("User-Agent", "forewarn")
                .header("Forewarn-Event", eventId)
                .header(Signature.TIME_HEADER, Long.toString(seconds))
                .header(Signature.HEADER, Signature.of(hook.secret().text(), seconds, bytes))
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            // What the receiver says beyond its status is not read, however long it goes on.
            response.body().close();
            return new Answer(response.statusCode(), null);
        } catch (IOException e) {
            return new Answer(
                    null, e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        }
    }
}
