package dev.forewarn.console.feed;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.store.Written;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages and programs what has changed, by server-sent events. The number of the last change that a reader
 * had is its {@code Last-Event-ID}, so a reader that comes back misses nothing that is still kept, whichever console it
 * comes back to.
 */
@Component
public class Feed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int THREADS = 4;
    private static final long LOOK_EVERY_MS = 500;
    private static final long BEAT_EVERY_MS = 15_000;

    private final Changes changes;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = new Thread(task, "feed");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long newest;
    private volatile boolean running;

    Feed(Changes changes) {
        this.changes = changes;
    }

    /**
     * Opens a stream of the changes within somebody's scope.
     *
     * @param after number of the last change that the reader has; null to begin with what comes now
     */
    public SseEmitter open(Viewer viewer, @org.jspecify.annotations.Nullable Long after) {
        viewer.require(Right.READ);
        SseEmitter emitter = new SseEmitter(0L);
        long from = after == null ? changes.newest() : after;
        Listener listener = new Listener(emitter, viewer.scope(), changes, threads, from);
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onTimeout(() -> listeners.remove(listener));
        emitter.onError(failure -> listeners.remove(listener));
        listeners.add(listener);
        listener.greet(after != null && after + 1 < changes.oldest());
        return emitter;
    }

    /**
     * Number of the last change that was told. What a page shows is no older than this if it was asked for before what
     * the page shows, so the page's stream begins here and misses nothing.
     */
    public long newest() {
        return newest;
    }

    /** How many streams are open. */
    public int readers() {
        return listeners.size();
    }

    /** This console has just written something. */
    @EventListener(Written.class)
    void onWritten() {
        if (running) {
            threads.execute(this::look);
        }
    }

    /** Also what another console on the same database has written is told. */
    private void look() {
        try {
            long found = changes.newest();
            if (found != newest) {
                newest = found;
                listeners.forEach(Listener::wake);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("the database does not say what has changed: {}", e.getMessage());
        }
    }

    private void beat() {
        List.copyOf(listeners).forEach(Listener::beat);
    }

    @Override
    public void start() {
        newest = changes.newest();
        running = true;
        var unusedLook =
                threads.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        var unusedBeat =
                threads.scheduleWithFixedDelay(this::beat, BEAT_EVERY_MS, BEAT_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Streams are ended first, so that the web server need not wait for them. */
    @Override
    public void stop() {
        running = false;
        List.copyOf(listeners).forEach(Listener::end);
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
