package dev.forewarn.engine.operator;

import dev.forewarn.core.alert.Answer;
import dev.forewarn.core.bytes.Digest64;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.engine.state.BundleText;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.jspecify.annotations.Nullable;

/**
 * The entities under the catalogue of the shadow stage. An entity enters it with a copy of its dossier, as of the
 * shadow's instant, and goes on from there as if the shadow were in force; only what its alerts do is said. Each
 * publication starts anew, and what is left of an earlier one is cleared when the entity is next at hand.
 *
 * <p>The timers are those of the live dossiers: a copy counts on the timer that its original has set.
 */
final class Shadow {

    private final CatalogueShelf shelf;
    private final TaggedState dossier;
    private final Lane lane;
    private @Nullable EntityStep step;

    /** @param untilMs the last instant that is acted upon, in ms since 1970 */
    Shadow(
            CatalogueShelf shelf,
            ValueState<byte[]> state,
            InternalTimerService<VoidNamespace> timers,
            Voice voice,
            long untilMs) {
        this.shelf = shelf;
        this.dossier = new TaggedState(state);
        this.lane = new Lane(dossier, timers, instant -> Objects.requireNonNull(step), voice, untilMs);
    }

    /**
     * Lets the entity enter or leave the shadow that there is at an instant, before its live dossier goes beyond that.
     * True if it entered or left.
     *
     * @param live its live dossier as it is; null if it has none
     */
    boolean follow(String entityId, byte @Nullable [] live, long instantMs) throws IOException {
        if (!shelf.hasShadows()) {
            return false;
        }
        BundleText shadow = shelf.shadowAt(instantMs);
        if (shadow == null) {
            step = null;
            return dossier.dropAny();
        }
        step = shelf.stepOf(shadow);
        dossier.use(new Digest64().add(shadow.publication()).value());
        if (live == null || dossier.value() != null) {
            return false;
        }
        lane.settle(step.onWake(entityId, live, shadow.effectiveAtMs()));
        return true;
    }

    /** Applies an event to an entity that has followed. */
    void onEvent(Event event) throws IOException {
        if (step != null) {
            lane.settle(lane.decide(dossier.value(), event));
        }
    }

    /**
     * Takes a step that a person has taken about a live alert, about the alert of the same rule and subject. If there
     * is none, or it stands where the step is not possible, what was found is a fact all the same.
     */
    void onDisposal(Disposal disposal, Answer.Taken taken, List<Event> findings) throws IOException {
        byte[] before = step == null ? null : dossier.value();
        if (step == null || before == null) {
            return;
        }
        Turn turn = step.onDisposal(before, disposal, taken.before());
        lane.settle(turn);
        if (!(turn.answer() instanceof Answer.Taken)) {
            for (Event finding : findings) {
                onEvent(finding);
            }
        }
    }

    /** Applies the platform's classes of a month to an entity that has followed. */
    void onOfficial(OfficialClass official) throws IOException {
        if (step != null) {
            lane.settle(lane.decide(dossier.value(), official));
        }
    }

    /** Lets everything happen that is due by an instant to an entity that has followed. */
    void wake(String entityId, long instantMs) throws IOException {
        if (step != null) {
            lane.wake(entityId, instantMs);
        }
    }
}
