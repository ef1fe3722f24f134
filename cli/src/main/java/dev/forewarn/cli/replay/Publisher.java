package dev.forewarn.cli.replay;

import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.wire.TickEncoding;
import java.io.IOException;
import java.time.Instant;
import java.util.function.LongConsumer;

/**
 * Writes prepared events to the log of a job, and with them time: before the first event of each day every partition
 * gets a Tick at the local midnight that has passed, so that businesses without an event age too.
 */
public final class Publisher {

    private final LogWriter log;
    private final LocalDays days;
    private final Pace pace;
    private int today;
    private long ticks;

    /** Takes the days of the zone in which the catalogue counts. */
    public Publisher(LogWriter log, LocalDays days, Pace pace) {
        this.log = log;
        this.days = days;
        this.pace = pace;
    }

    /**
     * What a replay wrote.
     *
     * @param ticks messages that say that time has passed, over all partitions
     * @param end the instant of the last Ticks
     */
    public record Published(long events, long ticks, Instant end) {}

    /**
     * Writes all events in their order, and Ticks up to an instant that must not lie before the last event.
     *
     * @param begin the instant of the first event
     * @param end the instant of the last Ticks
     * @param progress is told how many events have been written
     */
    public Published publish(EventStream events, Instant begin, Instant end, LongConsumer progress)
            throws IOException, InterruptedException {
        today = days.dayOf(begin.toEpochMilli());
        ticks = 0;
        long written = 0;
        for (PreparedEvent event = events.next(); event != null; event = events.next()) {
            passMidnights(event.recordedAtMs());
            pace.await(event.recordedAtMs());
            log.write(event.entityId(), event.message());
            progress.accept(++written);
        }
        passMidnights(end.toEpochMilli());
        pace.await(end.toEpochMilli());
        tick(end.toEpochMilli());
        log.flush();
        return new Published(written, ticks, end);
    }

    private void passMidnights(long untilMs) throws IOException, InterruptedException {
        int reached = days.dayOf(untilMs);
        while (today < reached) {
            today++;
            long midnightMs = days.startOf(today);
            pace.await(midnightMs);
            tick(midnightMs);
        }
    }

    private void tick(long atMs) throws IOException {
        byte[] message = TickEncoding.encode(atMs);
        for (int partition = 0; partition < log.partitions(); partition++) {
            log.writeTo(partition, message);
            ticks++;
        }
    }
}
