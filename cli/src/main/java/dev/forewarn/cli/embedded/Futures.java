package dev.forewarn.cli.embedded;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for answers of Kafka and Flink, and says in words why none came. */
final class Futures {

    private Futures() {}

    /**
     * The value of {@code future}.
     *
     * @param question what was asked, to follow "while" or "to": "stop job assess"
     * @throws EmbeddedException if there is no value within {@code patience}; its cause is what the future failed with
     */
    static <T> T await(Future<T> future, Duration patience, String question) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedException("Interrupted while waiting to " + question + ".", e);
        } catch (TimeoutException e) {
            throw new EmbeddedException(
                    "Waited " + patience.toSeconds() + " s to " + question + "; there was no answer.", e);
        } catch (ExecutionException e) {
            if (RootCause.unwrap(e) instanceof EmbeddedException known) {
                throw known;
            }
            throw new EmbeddedException("Failed to " + question + ": " + RootCause.inWords(e), RootCause.unwrap(e));
        }
    }
}
