package dev.forewarn.cli.replay;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How fast replayed time passes. */
public final class Pace {

    private static final double NANOS_PER_DAY_MS = 1e9 / Duration.ofDays(1).toMillis();
    private static final long NONE = Long.MIN_VALUE;

    private final double daysPerSecond;
    private final LongSupplier nanoTime;
    private final Sleep sleep;
    private long firstMs = NONE;
    private long startedNanos;

    /** Waits in real time. */
    @FunctionalInterface
    public interface Sleep {
        void nanos(long nanos) throws InterruptedException;
    }

    /**
     * Paces by a clock.
     *
     * @param daysPerSecond replayed days in a second, above 0; infinite for as fast as it goes
     * @param nanoTime real time, in ns
     */
    Pace(double daysPerSecond, LongSupplier nanoTime, Sleep sleep) {
        if (!(daysPerSecond > 0)) {
            throw new IllegalArgumentException("a speed lies above 0 days per second; got " + daysPerSecond);
        }
        this.daysPerSecond = daysPerSecond;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
    }

    /** As fast as it goes. */
    public static Pace unbounded() {
        return ofDaysPerSecond(Double.POSITIVE_INFINITY);
    }

    /** So many replayed days in a second, above 0. */
    public static Pace ofDaysPerSecond(double days) {
        return new Pace(
                days,
                System::nanoTime,
                nanos -> Thread.sleep(Duration.ofNanos(nanos).toMillis()));
    }

    /** Returns when an instant of replayed time (ms since 1970) is due; the first one is due at once. */
    void await(long replayedMs) throws InterruptedException {
        if (Double.isInfinite(daysPerSecond)) {
            return;
        }
        if (firstMs == NONE) {
            firstMs = replayedMs;
            startedNanos = nanoTime.getAsLong();
        }
        long dueNanos = (long) ((replayedMs - firstMs) * NANOS_PER_DAY_MS / daysPerSecond);
        long earlyNanos = dueNanos - (nanoTime.getAsLong() - startedNanos);
        // A millisecond early is on time: a sleep cannot be measured out more finely.
        if (earlyNanos >= 1_000_000) {
            sleep.nanos(earlyNanos);
        }
    }
}
