package dev.forewarn.engine.operator;

import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.engine.wire.AlertEncoding;
import dev.forewarn.engine.wire.Outbound;
import org.apache.flink.util.Collector;

/** Says of the shadow stage what its alerts do, and nothing else. */
final class ShadowVoice implements Voice {

    private final Meters meters;
    private final Collector<Outbound> out;

    ShadowVoice(Meters meters, Collector<Outbound> out) {
        this.meters = meters;
        this.out = out;
    }

    @Override
    public void say(Turn turn) {
        for (Output output : turn.outputs()) {
            if (output instanceof Output.Alerted alerted) {
                meters.count(EngineMetrics.SHADOW_ALERTS);
                Outbound alert = AlertEncoding.encode(alerted);
                out.collect(Outbound.of(Outbound.Channel.SHADOW_ALERTS, alert.key(), alert.value()));
            }
        }
    }

    @Override
    public void stored(int bytes) {}
}
