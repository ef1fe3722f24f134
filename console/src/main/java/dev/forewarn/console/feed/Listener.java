package dev.forewarn.console.feed;

import dev.forewarn.console.access.Scope;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open stream. Changes go out in bundles with a pause between them, so that a storm of alerts is a few messages to
 * each page; the first one goes out at once.
 */
final class Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int MOST = 500;
    private static final long PAUSE_MS = 500;
    private static final long RETRY_MS = 2_000;

    private final SseEmitter emitter;
    private final Scope scope;
    private final Changes changes;
    private final ScheduledExecutorService threads;
    /** Set while a delivery is waiting or running, so that there is one at a time. */
    private final AtomicBoolean isDelivering = new AtomicBoolean();

    private final AtomicBoolean isWoken = new AtomicBoolean();
    private volatile long sent;

    Listener(SseEmitter emitter, Scope scope, Changes changes, ScheduledExecutorService threads, long sent) {
        this.emitter = emitter;
        this.scope = scope;
        this.changes = changes;
        this.threads = threads;
        this.sent = sent;
    }

    /**
     * Begins the stream.
     *
     * @param isTooLate whether changes that the reader does not have are no longer kept: it is to look at all anew
     */
    void greet(boolean isTooLate) {
        try {
            emitter.send(SseEmitter.event().reconnectTime(RETRY_MS).comment("forewarn"));
            if (isTooLate) {
                sent = changes.newest();
                emitter.send(
                        SseEmitter.event().name("reset").id(Long.toString(sent)).data("{}"));
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a reader left before it was greeted");
        }
        wake();
    }

    /** There may be news. */
    void wake() {
        isWoken.set(true);
        if (isDelivering.compareAndSet(false, true)) {
            try {
                threads.execute(this::deliver);
            } catch (RejectedExecutionException e) {
                LOG.debug("the console is being stopped");
            }
        }
    }

    private void deliver() {
        isWoken.set(false);
        try {
            List<Change> news = changes.after(sent, MOST);
            if (!news.isEmpty()) {
                send(news);
            }
            if (news.size() == MOST) {
                isWoken.set(true);
            }
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e);
            return;
        } catch (DataAccessException e) {
            LOG.debug("the database does not say what has changed: {}", e.getMessage());
        }
        var ignored = threads.schedule(this::rest, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    private void rest() {
        isDelivering.set(false);
        if (isWoken.get()) {
            wake();
        }
    }

    private void send(List<Change> news) throws IOException {
        List<Change> seen =
                news.stream().filter(change -> change.isWithin(scope)).toList();
        long last = news.get(news.size() - 1).seq();
        if (!seen.isEmpty()) {
            emitter.send(
                    SseEmitter.event().name("alerts").id(Long.toString(last)).data(seen));
        }
        sent = last;
    }

    /** A sign of life, which also finds out who has left. */
    void beat() {
        try {
            emitter.send(SseEmitter.event().comment("alive"));
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e);
        }
    }

    void end() {
        emitter.complete();
    }
}
