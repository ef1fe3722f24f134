package dev.forewarn.cli.bench;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.engine.wire.AlertEncoding;
import dev.forewarn.engine.wire.AssessmentEncoding;
import dev.forewarn.engine.wire.Decoding;
import dev.forewarn.engine.wire.EventDecoding;
import dev.forewarn.engine.wire.Outbound;
import org.jspecify.annotations.Nullable;

/**
 * How much the engine stores and says, on average over the life of some businesses.
 *
 * @param dossier size of a stored dossier, in bytes
 * @param messagesPerEvent messages for each event
 * @param message size of a message, in bytes
 */
record EngineBytes(int dossier, double messagesPerEvent, int message) {

    private static final int SAMPLE = 50;

    /** Measures the events of a few entities by the step that the job runs. */
    static EngineBytes of(BenchEvents events, long count, Catalogue catalogue) {
        EntityStep step = new EntityStep(CatalogueTimeline.of(catalogue));
        long steps = 0;
        long stored = 0;
        long messages = 0;
        long said = 0;
        for (int entity = 0; entity < Math.min(SAMPLE, events.entities()); entity++) {
            byte @Nullable [] dossier = null;
            for (long index = entity; index < count; index += events.entities()) {
                byte[] message = events.at(index).bytes();
                if (!(EventDecoding.of(message) instanceof Decoding.Accepted<Event> accepted)) {
                    throw new IllegalStateException("a benchmark's own events keep the contract");
                }
                Turn turn = step.onEvent(accepted.value().entityId(), dossier, accepted.value());
                dossier = turn.dossier();
                steps++;
                stored += dossier == null ? 0 : dossier.length;
                for (Output output : turn.outputs()) {
                    messages++;
                    said += encoded(output).value().length;
                }
            }
        }
        return new EngineBytes((int) Math.max(1, stored / steps), (double) messages / steps, (int)
                Math.max(1, said / Math.max(1, messages)));
    }

    private static Outbound encoded(Output output) {
        if (output instanceof Output.Assessed assessed) {
            return AssessmentEncoding.encode(assessed);
        }
        if (output instanceof Output.Alerted alerted) {
            return AlertEncoding.encode(alerted);
        }
        throw new IllegalStateException("a benchmark's log has no month end; got " + output);
    }
}
