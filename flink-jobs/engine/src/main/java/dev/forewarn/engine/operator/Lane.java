package dev.forewarn.engine.operator;

import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.handling.Disposal;
import java.io.IOException;
import java.util.function.LongFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.jspecify.annotations.Nullable;

/**
 * The entities of one subtask under one line of catalogues: loads the dossier of the entity at hand, lets the core
 * decide, stores, sets the wake-up, says what is new. Flink's current key is the entity.
 */
final class Lane {

    private final ValueState<byte[]> dossier;
    private final InternalTimerService<VoidNamespace> timers;
    private final LongFunction<EntityStep> steps;
    private final Voice voice;
    private final long untilMs;

    /**
     * @param steps the step for an instant, in ms since 1970
     * @param untilMs the last instant that is acted upon, in ms since 1970
     */
    Lane(
            ValueState<byte[]> dossier,
            InternalTimerService<VoidNamespace> timers,
            LongFunction<EntityStep> steps,
            Voice voice,
            long untilMs) {
        this.dossier = dossier;
        this.timers = timers;
        this.steps = steps;
        this.voice = voice;
        this.untilMs = untilMs;
    }

    /** What an event changes; nothing is stored or said until it is settled. */
    Turn decide(byte @Nullable [] before, Event event) {
        return steps.apply(event.recordedAtMs()).onEvent(event.entityId(), before, event);
    }

    /** What the platform's classes of a month change; nothing is stored or said until it is settled. */
    Turn decide(byte @Nullable [] before, OfficialClass official) {
        return steps.apply(official.recordedAtMs()).onOfficial(before, official);
    }

    /** What a person's step changes; nothing is stored or said until it is settled. */
    Turn decide(byte @Nullable [] before, Disposal disposal) {
        return steps.apply(disposal.recordedAtMs()).onDisposal(before, disposal);
    }

    /** Stores and says what has been decided. */
    void settle(Turn turn) throws IOException {
        store(turn);
        register(turn);
        voice.say(turn);
    }

    /** Lets everything happen that is due by an instant; false if there is no such entity any more. */
    boolean wake(String entityId, long instantMs) throws IOException {
        byte[] before = dossier.value();
        if (before == null) {
            return false;
        }
        settle(steps.apply(instantMs).onWake(entityId, before, instantMs));
        return true;
    }

    /**
     * Moves the entity on to the catalogue that is in force at an instant, unless it is there; does nothing later than
     * that instant, so that the entity's history does not say when this was called. False if there was nothing to do.
     */
    boolean moveOn(String entityId, long instantMs) throws IOException {
        byte[] before = dossier.value();
        if (before == null || steps.apply(instantMs).hasMovedOn(before, instantMs)) {
            return false;
        }
        settle(steps.apply(instantMs).onWake(entityId, before, instantMs));
        return true;
    }

    private void store(Turn turn) throws IOException {
        byte[] after = turn.dossier();
        if (after == null) {
            dossier.clear();
        } else {
            dossier.update(after);
            voice.stored(after.length);
        }
    }

    /**
     * A timer that no one may act upon is not set: at the end of input it would only be fired and dropped, or, set by
     * what fires then, be fired without end.
     */
    private void register(Turn turn) {
        if (turn.timerAtMs() != Turn.NO_TIMER
                && turn.timerAtMs() <= untilMs
                && timers.currentWatermark() != Long.MAX_VALUE) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, turn.timerAtMs());
        }
    }
}
