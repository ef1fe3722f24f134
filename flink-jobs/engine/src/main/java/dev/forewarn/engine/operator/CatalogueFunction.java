package dev.forewarn.engine.operator;

import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.StateSchema;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.Outbound;
import dev.forewarn.engine.wire.Provenance;
import dev.forewarn.engine.wire.RejectEncoding;
import dev.forewarn.engine.wire.RejectReason;
import dev.forewarn.engine.wire.VerdictEncoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Checks published catalogues before anyone sees them. One instance, so that all subtasks of the next operator agree.
 *
 * <ul>
 *   <li>Key: none.
 *   <li>State: the version of the live bundle that was accepted last.
 *   <li>Timers: none.
 *   <li>Order: as published.
 *   <li>Emits: sound bundles of the stages {@code live} and {@code shadow} with the instant from which on they are in
 *       force, which follows from the record alone; to {@link #REJECTS} all others, with all faults; to {@link #AUDIT}
 *       a verdict on each.
 * </ul>
 */
public final class CatalogueFunction extends ProcessFunction<CatalogueRecord, BundleNews>
        implements CheckpointedFunction {

    /** Bundles that were refused. */
    public static final OutputTag<Outbound> REJECTS =
            new OutputTag<>("catalogue-rejects", TypeInformation.of(Outbound.class));

    /** A verdict on every record. */
    public static final OutputTag<Outbound> AUDIT =
            new OutputTag<>("catalogue-audit", TypeInformation.of(Outbound.class));

    private static final long serialVersionUID = 1L;

    // Configuration.
    private final String topic;
    private final String submitted;
    private final BundleCheck check;

    // Runtime.
    private transient @Nullable Meters meters;
    private transient @Nullable ListState<String> accepted;
    private transient String previous = "";

    /**
     * @param submitted version of the bundle that the job was submitted with
     * @param leadMs how long after its publication a bundle takes effect at the earliest, in ms, at least 0
     * @param approvers who may approve a live bundle; empty if nobody need approve
     */
    public CatalogueFunction(
            String topic, String submitted, long leadMs, List<String> approvers, CatalogueCompiler compiler) {
        this.topic = topic;
        this.submitted = submitted;
        this.check = new BundleCheck(compiler, leadMs, approvers);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        accepted = context.getOperatorStateStore().getListState(StateSchema.lastAccepted());
        previous = submitted;
        for (String version : accepted.get()) {
            previous = version;
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        Objects.requireNonNull(accepted, "initializeState is called first").update(List.of(previous));
    }

    @Override
    public void open(OpenContext context) {
        meters = new Meters(getRuntimeContext().getMetricGroup().addGroup(EngineMetrics.GROUP));
    }

    @Override
    public void processElement(CatalogueRecord record, Context ctx, Collector<BundleNews> out) {
        BundleCheck.Verdict verdict = check.check(record);
        if (verdict instanceof BundleCheck.Sound sound) {
            accept(record, sound.news(), ctx);
            out.collect(sound.news());
        } else if (verdict instanceof BundleCheck.Unsound unsound) {
            reject(record, unsound.reason(), unsound.detail(), ctx);
        }
    }

    private void accept(CatalogueRecord record, BundleNews news, Context ctx) {
        BundleText bundle = news.bundle();
        ctx.output(AUDIT, VerdictEncoding.accepted(record, bundle.version(), bundle.effectiveAtMs(), previous));
        if (news.stage() == BundleNews.Stage.LIVE) {
            previous = bundle.version();
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
        ctx.output(AUDIT, VerdictEncoding.refused(record, reason, detail, previous));
    }
}
