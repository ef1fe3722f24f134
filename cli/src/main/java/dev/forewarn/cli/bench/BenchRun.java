package dev.forewarn.cli.bench;

import dev.forewarn.engine.wire.Outbound;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** What is measured in one run of a job; found by number, since Flink copies what it is given. */
final class BenchRun {

    private static final Map<Integer, BenchRun> RUNS = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final int id = NEXT.getAndIncrement();
    private final Consumer<Outbound> listener;
    private final LongAdder messages = new LongAdder();
    private volatile long startNs;
    private volatile long paceStartNs;
    private volatile long endNs;

    /** @param listener hears every message, on the threads of the sinks */
    BenchRun(Consumer<Outbound> listener) {
        this.listener = listener;
        RUNS.put(id, this);
    }

    static BenchRun of(int id) {
        BenchRun run = RUNS.get(id);
        if (run == null) {
            throw new IllegalStateException("a run that is over hears of no messages");
        }
        return run;
    }

    int id() {
        return id;
    }

    /** The first event is made. */
    void started() {
        if (startNs == 0) {
            startNs = System.nanoTime();
        }
    }

    /** Blocks until so many ns after the first call. */
    void awaitTurn(long offsetNs) {
        if (paceStartNs == 0) {
            paceStartNs = System.nanoTime();
        }
        for (long left = paceStartNs + offsetNs - System.nanoTime();
                left > 0;
                left = paceStartNs + offsetNs - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** When the first event was due that had to wait for its turn, in ns of the machine; 0 if none was yet. */
    long paceStartNs() {
        return paceStartNs;
    }

    void said(Outbound message) {
        messages.increment();
        listener.accept(message);
    }

    /** A sink has seen the end of its input. */
    void ended() {
        endNs = System.nanoTime();
    }

    double seconds() {
        return (endNs - startNs) / 1e9;
    }

    long messages() {
        return messages.sum();
    }

    void forget() {
        RUNS.remove(id);
    }
}
