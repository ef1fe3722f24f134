package dev.forewarn.engine.operator;

import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.CreditCode;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.Applied;

/** Counts events and times one in so many of them. */
final class EventMeters {

    private final Meters meters;
    private final int sampleEvery;
    private int untilSample;

    EventMeters(Meters meters, int sampleEvery) {
        this.meters = meters;
        this.sampleEvery = sampleEvery;
        this.untilSample = sampleEvery;
    }

    /** The start of a step, in ns; 0 if this one is not timed. */
    long startSample() {
        if (--untilSample > 0) {
            return 0;
        }
        untilSample = sampleEvery;
        return System.nanoTime();
    }

    void endSample(long startNs) {
        if (startNs != 0) {
            meters.measure(EngineMetrics.ASSESS_TIME, System.nanoTime() - startNs);
        }
    }

    void measure(Event event, Turn turn) {
        meters.count(EngineMetrics.EVENTS);
        if (turn.applied() == Applied.DUPLICATE) {
            meters.count(EngineMetrics.DUPLICATES);
        }
        if (turn.latenessMs() > 0) {
            meters.count(EngineMetrics.LATE);
            meters.measure(EngineMetrics.LATENESS, turn.latenessMs());
        }
        if (CreditCode.isLike(event.entityId()) && !CreditCode.isValid(event.entityId())) {
            meters.count(EngineMetrics.INVALID_CODES);
        }
    }
}
