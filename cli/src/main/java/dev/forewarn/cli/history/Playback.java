package dev.forewarn.cli.history;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.engine.wire.AssessmentEncoding;
import dev.forewarn.engine.wire.SilentSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lives the life of one business again, with the step that the job runs, and without a job. */
public final class Playback {

    private final EntityStep step;
    private final String entityId;
    private final List<Output.MonthClosed> months = new ArrayList<>();
    private byte @Nullable [] dossier;
    private List<AlertState> openAlerts = List.of();

    /** @param step may serve many businesses, one after the other */
    public Playback(EntityStep step, String entityId) {
        this.step = step;
        this.entityId = entityId;
    }

    /** Lets everything happen that is due by the event's instant, then applies it. */
    public Playback apply(Event event) {
        take(step.onEvent(entityId, dossier, event));
        return this;
    }

    /** Lets everything happen that is due by the message's instant, then takes the platform's classes of a month. */
    public Playback apply(OfficialClass official) {
        take(step.onOfficial(dossier, official));
        return this;
    }

    /** Lets everything happen that is due by the message's instant, then takes a person's step about an alert. */
    public Playback apply(Disposal disposal) {
        if (dossier != null) {
            take(step.onDisposal(dossier, disposal));
        }
        return this;
    }

    /** Lets everything happen that is due by an instant, in ms since 1970. */
    public Playback rollTo(long instantMs) {
        if (dossier != null) {
            take(step.onWake(entityId, dossier, instantMs));
        }
        return this;
    }

    /** Where the business stands at an instant to which it has been rolled; empty if nothing is known of it. */
    public Optional<Assessment> assessment(long instantMs) {
        return assessment(instantMs, new SilentSources());
    }

    /**
     * The same, with a remark on each silent source that it rests on.
     *
     * @param silent the sources that are silent
     */
    public Optional<Assessment> assessment(long instantMs, SilentSources silent) {
        if (dossier == null) {
            return Optional.empty();
        }
        dev.forewarn.core.assess.Assessment found = step.assess(entityId, dossier, instantMs);
        // In the job's own words, so that what is recomputed reads like what was published.
        byte[] message = AssessmentEncoding.encode(
                        new Output.Assessed(found, Cause.TIME, openAlerts), silent.among(step.sourcesBehind(found)))
                .value();
        return Wire.decode(message, Assessment.class) instanceof Decoded.Value<Assessment> value
                ? Optional.of(value.value())
                : Optional.empty();
    }

    /** The months that were classified on the way, in their order. */
    public List<Output.MonthClosed> months() {
        return List.copyOf(months);
    }

    /** Whether anything is known of the business. */
    public boolean isKnown() {
        return dossier != null;
    }

    private void take(Turn turn) {
        dossier = turn.dossier();
        for (Output output : turn.outputs()) {
            if (output instanceof Output.Assessed assessed) {
                openAlerts = assessed.openAlerts();
            } else if (output instanceof Output.MonthClosed closed) {
                months.add(closed);
            }
        }
    }
}
