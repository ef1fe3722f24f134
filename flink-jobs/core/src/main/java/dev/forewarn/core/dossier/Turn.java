package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.Answer;
import dev.forewarn.core.event.Event;
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
    private final @Nullable Answer answer;
    private final List<Event> findings;

    Turn(
            byte @Nullable [] dossier,
            long timerAtMs,
            List<Output> outputs,
            @Nullable Applied applied,
            long latenessMs,
            int refusedAlerts) {
        this(dossier, timerAtMs, outputs, applied, latenessMs, refusedAlerts, null, List.of());
    }

    private Turn(
            byte @Nullable [] dossier,
            long timerAtMs,
            List<Output> outputs,
            @Nullable Applied applied,
            long latenessMs,
            int refusedAlerts,
            @Nullable Answer answer,
            List<Event> findings) {
        this.dossier = dossier;
        this.timerAtMs = timerAtMs;
        this.outputs = List.copyOf(outputs);
        this.applied = applied;
        this.latenessMs = latenessMs;
        this.refusedAlerts = refusedAlerts;
        this.answer = answer;
        this.findings = List.copyOf(findings);
    }

    /** A person's step about a business that nothing is known of. */
    static Turn ofStranger() {
        Answer unknown = new Answer.Refused(
                Answer.Reason.UNKNOWN_ALERT, "nothing is known of this business, so it has no alert");
        return new Turn(null, NO_TIMER, List.of(), null, 0, 0, unknown, List.of());
    }

    /** The same, and what came of a person's step. */
    Turn answering(Advance.Handled handled) {
        return new Turn(
                dossier, timerAtMs, outputs, applied, latenessMs, refusedAlerts, handled.answer(), handled.findings());
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

    /** What came of a person's step; null if the step was made by anything else. */
    public @Nullable Answer answer() {
        return answer;
    }

    /** The facts of the business that a person's step asserts or takes back. */
    public List<Event> findings() {
        return findings;
    }

    /** How many conditions raised nothing because the entity has too many alerts already. */
    public int refusedAlerts() {
        return refusedAlerts;
    }
}
