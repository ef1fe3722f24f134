package dev.forewarn.console.board;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that many ask for at once is done once for all who wait. Whoever asks gets the outcome of work that began after
 * they asked, so nobody is shown less than what was there then; of one kind, one is done at a time.
 *
 * @param <K> what work is the same by
 * @param <V> what comes of it, never changed after
 */
final class Turns<K, V> {

    private final Map<K, Turn<V>> newest = new HashMap<>();

    /** One time that the work is done. */
    private static final class Turn<V> {
        private final CompletableFuture<V> outcome = new CompletableFuture<>();
        private boolean hasBegun;
    }

    /** Does the work, or waits for one who does it. Its failure is the failure of all who wait. */
    V take(K key, Supplier<V> work) {
        Turn<V> before;
        Turn<V> own = new Turn<>();
        synchronized (newest) {
            before = newest.get(key);
            if (before == null || before.hasBegun) {
                newest.put(key, own);
            } else {
                own = before;
            }
        }
        return own == before ? await(own) : run(key, own, before, work);
    }

    private V run(K key, Turn<V> own, @Nullable Turn<V> before, Supplier<V> work) {
        if (before != null) {
            var unused = before.outcome.handle((value, failure) -> true).join();
        }
        synchronized (newest) {
            own.hasBegun = true;
        }
        try {
            V value = work.get();
            own.outcome.complete(value);
            return value;
        } catch (RuntimeException | Error failure) {
            own.outcome.completeExceptionally(failure);
            throw failure;
        } finally {
            synchronized (newest) {
                newest.remove(key, own);
            }
        }
    }

    private V await(Turn<V> turn) {
        try {
            return turn.outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
