package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.Answer;
import dev.forewarn.core.alert.Holding;
import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.DossierView;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.Applied;
import dev.forewarn.core.handling.Disposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Drives the core through a log as the engine does: keeps its bytes, sets its timers, collects what it says. */
final class CoreRun {

    private final EntityStep step;
    private final List<Output> outputs = new ArrayList<>();
    private final TreeSet<Long> timers = new TreeSet<>();
    private byte @Nullable [] dossier;

    /** @param spreadMs over how long the wake-ups of a day are spread */
    CoreRun(CatalogueTimeline timeline, long spreadMs) {
        this.step = new EntityStep(timeline, spreadMs);
    }

    CoreRun(CatalogueTimeline timeline) {
        this.step = new EntityStep(timeline);
    }

    @Nullable
    Applied onEvent(Event event) {
        Turn turn = step.onEvent(Words.ENTITY, dossier, event);
        take(turn);
        return turn.applied();
    }

    Answer onDisposal(Disposal disposal) {
        Turn turn = step.onDisposal(dossier, disposal);
        take(turn);
        return Objects.requireNonNull(turn.answer());
    }

    void onMessage(Message message) {
        if (message instanceof Message.OfClasses classes) {
            take(step.onOfficial(dossier, classes.official()));
        } else {
            onEvent(((Message.OfEvent) message).event());
        }
    }

    /** Wakes the entity, whether or not it asked for it. */
    void wake(long instantMs) {
        if (dossier != null) {
            take(step.onWake(Words.ENTITY, dossier, instantMs));
        }
    }

    /** Fires every timer that is set, at its own instant, up to another one. */
    void fireTimers(long untilMs) {
        while (!timers.isEmpty() && timers.first() <= untilMs) {
            wake(timers.pollFirst());
        }
    }

    /** The first timer that is set, or {@link Turn#NO_TIMER}. */
    long nextTimerMs() {
        return timers.isEmpty() ? Turn.NO_TIMER : timers.first();
    }

    /** Loses the timers up to an instant. */
    void dropTimers(long untilMs) {
        timers.headSet(untilMs, true).clear();
    }

    private void take(Turn turn) {
        dossier = turn.dossier();
        outputs.addAll(turn.outputs());
        if (turn.timerAtMs() != Turn.NO_TIMER) {
            timers.add(turn.timerAtMs());
        }
    }

    /** The alerts that are open after all that has been said. */
    List<AlertState> openAlerts() {
        TreeMap<String, AlertState> open = new TreeMap<>();
        for (Output output : outputs) {
            if (output instanceof Output.Alerted alerted) {
                AlertState after = alerted.change().after();
                open.put(after.ruleId() + "/" + after.subject(), after);
            }
        }
        return open.values().stream().filter(AlertState::isOpen).toList();
    }

    List<Output> outputs() {
        return outputs;
    }

    byte @Nullable [] dossier() {
        return dossier;
    }

    byte[] factBytes() {
        return dossier == null ? new byte[0] : DossierView.factBytes(dossier);
    }

    List<Holding> holdings(long instantMs) {
        return dossier == null ? List.of() : step.holdings(dossier, instantMs);
    }

    @Nullable
    Assessment assess(long instantMs) {
        return dossier == null ? null : step.assess(Words.ENTITY, dossier, instantMs);
    }
}
