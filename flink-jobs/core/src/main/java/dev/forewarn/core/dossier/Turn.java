package dev.forewarn.core.dossier;

import dev.forewarn.core.fact.Applied;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of one step. */
public final class Turn {

    /** No timer is to be set. */
    public static final long NO_TIMER = Long.MAX_VALUE;

    private final byte @Nullable [] dossier;
    private final long timerAtMs;
    private final List<Output> outputs;
    private final @Nullable Applied applied;
    private final long latenessMs;
    private final int refusedAlerts;

    Turn(
            byte @Nullable [] dossier,
            long timerAtMs,
            List<Output> outputs,
            @Nullable Applied applied,
            long latenessMs,
            int refusedAlerts) {
        this.dossier = dossier;
        this.timerAtMs = timerAtMs;
        this.outputs = List.copyOf(outputs);
        this.applied = applied;
        this.latenessMs = latenessMs;
        this.refusedAlerts = refusedAlerts;
    }

    /** What is to be stored now; null if nothing is left to keep. */
    public byte @Nullable [] dossier() {
        return dossier;
    }

    /** The instant of a timer that is to be set, or {@link #NO_TIMER}: an earlier one is already set. */
    public long timerAtMs() {
        return timerAtMs;
    }

    public List<Output> outputs() {
        return outputs;
    }

    /** What became of the event; null if the step was made by time. */
    public @Nullable Applied applied() {
        return applied;
    }

    /** How far the event lay behind the entity's clock, in ms; 0 if it did not. */
    public long latenessMs() {
        return latenessMs;
    }

    /** How many conditions raised nothing because the entity has too many alerts already. */
    public int refusedAlerts() {
        return refusedAlerts;
    }
}
