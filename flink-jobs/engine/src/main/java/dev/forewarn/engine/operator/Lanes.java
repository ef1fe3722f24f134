package dev.forewarn.engine.operator;

import dev.forewarn.core.alert.Answer;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.handling.Disposal;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.state.ValueState;

/**
 * Moves the entity at hand in the live lane and, where there is one, in the shadow, which starts from what was before.
 */
final class Lanes {

    private final ValueState<byte[]> dossier;
    private final Lane live;
    private final Shadow shadow;
    private final Meters meters;
    private final EventMeters eventMeters;

    Lanes(ValueState<byte[]> dossier, Lane live, Shadow shadow, Meters meters, int sampleEvery) {
        this.dossier = dossier;
        this.live = live;
        this.shadow = shadow;
        this.meters = meters;
        this.eventMeters = new EventMeters(meters, sampleEvery);
    }

    /** The start of a step that ends with an event, in ns; 0 if this one is not timed. */
    long startSample() {
        return eventMeters.startSample();
    }

    /**
     * Applies an event.
     *
     * @param reachedMs up to where time has come
     * @param startNs what {@link #startSample} has said
     */
    void onEvent(Event event, long reachedMs, long startNs) throws IOException {
        byte[] before = dossier.value();
        Turn turn = live.decide(before, event);
        eventMeters.endSample(startNs);
        shadow.follow(event.entityId(), before, Math.max(event.recordedAtMs(), reachedMs));
        live.settle(turn);
        shadow.onEvent(event);
        eventMeters.measure(event, turn);
    }

    /** Applies the platform's classes of a month. */
    void onOfficial(OfficialClass official, long reachedMs) throws IOException {
        byte[] before = dossier.value();
        shadow.follow(official.entityId(), before, Math.max(official.recordedAtMs(), reachedMs));
        live.settle(live.decide(before, official));
        shadow.onOfficial(official);
        meters.count(EngineMetrics.OFFICIAL_CLASSES);
    }

    /**
     * Takes a person's step. People see the live alerts only; what they do about one, they would have done about the
     * alert of the same rule and subject in the shadow.
     *
     * @return what came of it
     */
    Answer onDisposal(Disposal disposal, long reachedMs) throws IOException {
        byte[] before = dossier.value();
        shadow.follow(disposal.entityId(), before, Math.max(disposal.recordedAtMs(), reachedMs));
        Turn turn = live.decide(before, disposal);
        if (before != null) {
            live.settle(turn);
        }
        Answer answer = Objects.requireNonNull(turn.answer(), "a step has an answer");
        if (answer instanceof Answer.Taken taken) {
            shadow.onDisposal(disposal, taken, turn.findings());
            meters.count(EngineMetrics.DISPOSALS);
        }
        return answer;
    }

    /** Lets everything happen that is due by an instant. */
    void wake(String entityId, long instantMs) throws IOException {
        shadow.follow(entityId, dossier.value(), instantMs);
        if (live.wake(entityId, instantMs)) {
            meters.count(EngineMetrics.WAKE_UPS);
        }
        shadow.wake(entityId, instantMs);
    }

    /**
     * Moves the entity on to what is in force at one instant and to the shadow that there is at another. True if that
     * changed anything.
     */
    boolean moveOn(String entityId, long liveMs, long shadowMs) throws IOException {
        boolean hasFollowed = shadow.follow(entityId, dossier.value(), shadowMs);
        boolean hasMoved = live.moveOn(entityId, liveMs);
        return hasFollowed || hasMoved;
    }

    /** Moves the entity on to what is in force at an instant. */
    void moveOn(String entityId, long liveMs) throws IOException {
        live.moveOn(entityId, liveMs);
    }
}
