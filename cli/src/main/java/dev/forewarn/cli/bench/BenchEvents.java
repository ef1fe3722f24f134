package dev.forewarn.cli.bench;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.wire.LogRecord;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * A log that is made up as it is read: first every business is registered and has two facts, then further facts come to
 * one after the other. The n-th event is the same for a seed whoever asks for it.
 *
 * @param runId which {@link BenchRun} is told
 * @param perSecond how many of the further events come in a second of wall clock and log; 0 for as fast as they are
 *     read
 */
record BenchEvents(int runId, int entities, long perSecond, long seed) implements GeneratorFunction<Long, LogRecord> {

    /** Events of each business before the further ones. */
    static final int FIRST = 3;

    /** When the log begins, in ms since 1970. */
    static final long START_MS = Instant.parse("2026-03-02T01:00:00Z").toEpochMilli();

    private static final long serialVersionUID = 1L;

    @Override
    public LogRecord map(Long index) {
        BenchRun run = BenchRun.of(runId);
        long first = (long) FIRST * entities;
        run.started();
        if (perSecond > 0 && index >= first) {
            run.awaitTurn((index - first) * 1_000_000_000L / perSecond);
        }
        return at(index);
    }

    /** How many ms after the start of the log the n-th event is published. */
    long offsetMs(long index) {
        long first = (long) FIRST * entities;
        long gapPerSecond = perSecond > 0 ? perSecond : 1000;
        // Registering takes a hundredth of a ms each, so that the whole log lies within a day.
        return index < first ? index / 100 : first / 100 + (index - first) * 1000 / gapPerSecond;
    }

    LogRecord at(long index) {
        int entity = (int) (index % entities);
        String id = "BENCH" + entity;
        long atMs = START_MS + offsetMs(index);
        byte[] message = Wire.encode(event(id, index, atMs));
        return new LogRecord(LogRecord.Kind.EVENT, id, atMs, message, 0, index, atMs, "");
    }

    private Event event(String id, long index, long atMs) {
        SplittableRandom random = new SplittableRandom(seed + index);
        Instant at = Instant.ofEpochMilli(atMs);
        Event.Builder event = Event.newBuilder()
                .setEntityId(id)
                .setRecordedAt(at)
                .setEventId("e" + index)
                .setOccurredAt(at)
                .setSource("bench");
        int round = (int) Math.min(index / entities, FIRST);
        if (round == 0) {
            return event.setType("entity.profile")
                    .setEntityName("Bench " + id)
                    .setDivision("360600")
                    .build();
        }
        // Paced events are penalties: each has something to say, by which its latency is measured.
        if (round == 1 || perSecond > 0 || random.nextInt(10) == 0) {
            return event.setType("penalty.decided")
                    .setAttributes(Map.of("procedure", "ordinary"))
                    .build();
        }
        if (random.nextInt(4) == 0) {
            return event.setType("complaint.filed").build();
        }
        return event.setType("inspection.completed")
                .setAttributes(Map.of("result", random.nextInt(4) == 0 ? "problem" : "pass"))
                .build();
    }
}
