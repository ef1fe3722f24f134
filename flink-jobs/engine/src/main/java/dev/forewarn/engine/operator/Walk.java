package dev.forewarn.engine.operator;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.state.rocksdb.RocksDBKeyedStateBackend;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits all keys of a subtask in short steps of its task's mailbox. Between two steps the task reads its inputs for
 * two milliseconds, so events wait for a step at most, and barriers too: a step that asked for the next at once would
 * let a single record pass. The wall clock cuts the steps; what a visit does must not depend on it.
 *
 * <p>Keys that come while it goes on may be left out.
 */
final class Walk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Walk.class);

    /** What is done for one key, which is Flink's current key meanwhile. */
    @FunctionalInterface
    interface Visit {
        /** True if it changed anything. */
        boolean of(String key) throws Exception;
    }

    private record Round(Stream<String> keys, Iterator<String> left, Visit visit, Runnable ended) {}

    private final KeyedStateBackend<String> backend;
    private final ProcessingTimeService pace;
    private final long stepNs;
    private final Meters meters;
    private @Nullable Round round;
    private @Nullable ScheduledFuture<?> ahead;
    private long visited;
    private long changed;

    /** @param step how long a step lasts, at least 0; it always visits one key at least */
    Walk(KeyedStateBackend<String> backend, ProcessingTimeService pace, Duration step, Meters meters) {
        this.backend = backend;
        this.pace = pace;
        this.stepNs = step.toNanos();
        this.meters = meters;
    }

    /**
     * Sets out over all keys that have a value in one of the states; a key that has two is visited twice. A walk under
     * way is given up.
     *
     * @param ended called after the last visit, unless the walk is given up
     */
    void start(List<String> states, Visit visit, Runnable ended) {
        close();
        Stream<String> keys = states.stream().map(this::snapshot).reduce(Stream.empty(), Stream::concat);
        round = new Round(keys, keys.iterator(), visit, ended);
        visited = 0;
        changed = 0;
        schedule();
    }

    /** Visits at once all who are left. */
    void finish() throws Exception {
        while (round != null) {
            step();
        }
    }

    @Override
    public void close() {
        if (ahead != null) {
            ahead.cancel(false);
            ahead = null;
        }
        if (round != null) {
            round.keys().close();
            round = null;
        }
    }

    /** RocksDB goes over the keys as they were at the start. Other states may not change under their iterator. */
    private Stream<String> snapshot(String state) {
        Stream<String> keys = backend.getKeys(state, VoidNamespace.INSTANCE);
        if (backend instanceof RocksDBKeyedStateBackend) {
            return keys;
        }
        try (keys) {
            return keys.toList().stream();
        }
    }

    private void schedule() {
        ahead = pace.registerTimer(pace.getCurrentProcessingTime() + 1, nowMs -> {
            if (step()) {
                schedule();
            }
        });
    }

    /** True if the walk goes on after it. */
    private boolean step() throws Exception {
        Round now = round;
        if (now == null) {
            return false;
        }
        long startNs = System.nanoTime();
        do {
            if (!now.left().hasNext()) {
                LOG.info("A walk over {} businesses has ended; it changed {}.", visited, changed);
                close();
                now.ended().run();
                return false;
            }
            String key = now.left().next();
            backend.setCurrentKey(key);
            visited++;
            meters.count(EngineMetrics.WALKED);
            if (now.visit().of(key)) {
                changed++;
                meters.count(EngineMetrics.REASSESSED);
            }
        } while (System.nanoTime() - startNs < stepNs);
        meters.measure(EngineMetrics.WALK_STEP, System.nanoTime() - startNs);
        return true;
    }
}
