package dev.forewarn.engine.operator;

import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.Outbound;
import dev.forewarn.engine.wire.Provenance;
import dev.forewarn.engine.wire.RejectEncoding;
import dev.forewarn.engine.wire.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Checks published catalogues before anyone sees them. One instance, so that all subtasks of the next operator agree.
 *
 * <ul>
 *   <li>Key: none.
 *   <li>State: none.
 *   <li>Timers: none.
 *   <li>Order: as published.
 *   <li>Emits: sound bundles of the stages {@code live} and {@code shadow} with the instant from which on they are in
 *       force, which follows from the record alone; to {@link #REJECTS} all others, with all faults.
 * </ul>
 */
public final class CatalogueFunction extends ProcessFunction<CatalogueRecord, BundleNews> {

    /** Bundles that were refused. */
    public static final OutputTag<Outbound> REJECTS =
            new OutputTag<>("catalogue-rejects", TypeInformation.of(Outbound.class));

    private static final long serialVersionUID = 1L;

    // Configuration.
    private final String topic;
    private final BundleCheck check;

    // Runtime.
    private transient @Nullable Meters meters;

    /** @param leadMs how long after its publication a bundle takes effect, in ms, at least 0 */
    public CatalogueFunction(String topic, long leadMs, CatalogueCompiler compiler) {
        this.topic = topic;
        this.check = new BundleCheck(compiler, leadMs);
    }

    @Override
    public void open(OpenContext context) {
        meters = new Meters(getRuntimeContext().getMetricGroup().addGroup(EngineMetrics.GROUP));
    }

    @Override
    public void processElement(CatalogueRecord record, Context ctx, Collector<BundleNews> out) {
        BundleCheck.Verdict verdict = check.check(record);
        if (verdict instanceof BundleCheck.Sound sound) {
            out.collect(sound.news());
        } else if (verdict instanceof BundleCheck.Unsound unsound) {
            reject(record, unsound.reason(), unsound.detail(), ctx);
        }
    }

    private void reject(CatalogueRecord record, RejectReason reason, String detail, Context ctx) {
        Objects.requireNonNull(meters, "open is called first").reject(reason.wireName());
        Provenance from = new Provenance(
                topic,
                record.partition(),
                record.offset(),
                record.appendedAtMs(),
                record.stage().getBytes(StandardCharsets.UTF_8));
        byte[] value = RejectEncoding.encode(reason, detail, from, null, record.text());
        ctx.output(REJECTS, Outbound.of(Outbound.Channel.REJECTS, "catalogue", value));
    }
}
