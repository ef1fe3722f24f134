package dev.forewarn.engine.operator;

import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.source.StaleSource;
import dev.forewarn.engine.wire.AlertEncoding;
import dev.forewarn.engine.wire.AssessmentEncoding;
import dev.forewarn.engine.wire.MonthlyClassEncoding;
import dev.forewarn.engine.wire.Outbound;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.util.Collector;

/** Turns what a step has to say into messages, and counts them. */
final class LiveVoice implements Voice {

    private final AssessSettings settings;
    private final Meters meters;
    private final Function<Assessment, List<StaleSource>> stale;
    private final Collector<Outbound> out;

    /** @param stale the silent sources that an assessment rests on */
    LiveVoice(
            AssessSettings settings,
            Meters meters,
            Function<Assessment, List<StaleSource>> stale,
            Collector<Outbound> out) {
        this.settings = settings;
        this.meters = meters;
        this.stale = stale;
        this.out = out;
    }

    @Override
    public void say(Turn turn) {
        for (Output output : turn.outputs()) {
            if (output instanceof Output.Assessed assessed) {
                meters.count(EngineMetrics.ASSESSMENTS);
                out.collect(AssessmentEncoding.encode(assessed, stale.apply(assessed.assessment())));
            } else if (output instanceof Output.Alerted alerted) {
                meters.alert(alerted.change().after().level().name(), settings.domainLabel(alerted.domains()));
                out.collect(AlertEncoding.encode(alerted));
            } else if (output instanceof Output.MonthClosed closed) {
                meters.count(EngineMetrics.CLASSES);
                out.collect(MonthlyClassEncoding.encode(closed));
            }
        }
        if (turn.refusedAlerts() > 0) {
            meters.count(EngineMetrics.ALERTS_REFUSED, turn.refusedAlerts());
        }
    }

    @Override
    public void stored(int bytes) {
        meters.measure(EngineMetrics.DOSSIER_BYTES, bytes);
    }
}
