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
import java.util.Set;
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
 * Checks published catalogues before anyone sees them, and acts upon the verdicts. One instance, so that all subtasks
 * of the next operator agree.
 *
 * <ul>
 *   <li>Key: none.
 *   <li>State: the version of the live bundle that was accepted last; the publications that wait for a verdict, at most
 *       64.
 *   <li>Timers: none.
 *   <li>Order: as published.
 *   <li>Emits: what is told of sources, as it is; sound bundles, those for the stage {@code live} first as candidates
 *       and, when a verdict has accepted them, with the instant from which on they are in force; to {@link #REJECTS}
 *       all others, with all faults; to {@link #AUDIT} what became of each, and verdicts on candidates that are not
 *       sound.
 * </ul>
 */
public final class CatalogueFunction extends ProcessFunction<CatalogueRecord, BundleNews>
        implements CheckpointedFunction {

    /** Bundles that were refused. */
    public static final OutputTag<Outbound> REJECTS =
            new OutputTag<>("catalogue-rejects", TypeInformation.of(Outbound.class));

    /** A verdict on every record, and those for the topic of catalogues. */
    public static final OutputTag<Outbound> AUDIT =
            new OutputTag<>("catalogue-audit", TypeInformation.of(Outbound.class));

    private static final long serialVersionUID = 1L;

    // Configuration.
    private final String topic;
    private final String submitted;
    private final BundleCheck check;
    private final CatalogueBacklog backlog;

    // Runtime.
    private transient @Nullable Meters meters;
    private transient @Nullable ListState<String> accepted;
    private transient String previous = "";
    private transient @Nullable ListState<CatalogueRecord> undecided;
    private transient @Nullable Ledger ledger;
    private transient Set<Long> decided = Set.of();

    /**
     * @param submitted version of the bundle that the job was submitted with
     * @param leadMs how long after its publication a bundle takes effect at the earliest, in ms, at least 0
     * @param approvers who may approve a live bundle; empty if nobody need approve
     * @param backlog for the verdicts that stand further on than this has read
     */
    public CatalogueFunction(
            String topic,
            String submitted,
            long leadMs,
            List<String> approvers,
            CatalogueCompiler compiler,
            CatalogueBacklog backlog) {
        this.topic = topic;
        this.submitted = submitted;
        this.check = new BundleCheck(compiler, leadMs, approvers);
        this.backlog = backlog;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        accepted = context.getOperatorStateStore().getListState(StateSchema.lastAccepted());
        previous = submitted;
        for (String version : accepted.get()) {
            previous = version;
        }
        undecided = context.getOperatorStateStore().getListState(StateSchema.undecided());
        ledger = new Ledger();
        for (CatalogueRecord record : undecided.get()) {
            ledger.take(record);
        }
        decided = Ledger.decidedIn(backlog.read());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        Objects.requireNonNull(accepted, "initializeState is called first").update(List.of(previous));
        Objects.requireNonNull(undecided, "initializeState is called first").update(List.copyOf(ledger().undecided()));
    }

    @Override
    public void open(OpenContext context) {
        meters = new Meters(getRuntimeContext().getMetricGroup().addGroup(EngineMetrics.GROUP));
    }

    @Override
    public void processElement(CatalogueRecord record, Context ctx, Collector<BundleNews> out) {
        Ledger.Entry entry = ledger().take(record);
        if (entry instanceof Ledger.Waiting) {
            announce(record, ctx, out);
        } else if (entry instanceof Ledger.Decided verdict) {
            conclude(verdict, ctx, out);
        } else if (entry instanceof Ledger.Undisputed) {
            report(record, check.judge(record), ctx, out);
        } else if (entry instanceof Ledger.OfSource source) {
            out.collect(BundleNews.ofSource(source.record()));
        } else if (entry instanceof Ledger.Garbled garbled) {
            reject(record, garbled.reason(), garbled.detail(), ctx);
        }
    }

    /** Lets everybody try a candidate; condemns one that is not sound. One with a verdict further on waits for that. */
    private void announce(CatalogueRecord record, Context ctx, Collector<BundleNews> out) {
        if (decided.contains(record.offset())) {
            return;
        }
        BundleCheck.Outcome outcome = check.judge(record);
        if (outcome instanceof BundleCheck.Sound sound) {
            out.collect(sound.news());
        } else if (outcome instanceof BundleCheck.Unsound unsound) {
            ctx.output(AUDIT, VerdictEncoding.condemned(record, unsound.reason(), unsound.detail(), previous));
        }
    }

    private void conclude(Ledger.Decided verdict, Context ctx, Collector<BundleNews> out) {
        CatalogueRecord record = verdict.publication();
        if (!verdict.ruling().isAccepted()) {
            ctx.output(AUDIT, VerdictEncoding.decided(verdict.verdict().text(), null));
            RejectReason reason = RejectReason.named(verdict.ruling().reason());
            reject(record, reason, verdict.ruling().detail(), ctx);
            return;
        }
        BundleCheck.Outcome outcome = check.accept(record, verdict.verdict().appendedAtMs());
        if (outcome instanceof BundleCheck.Sound sound) {
            BundleText bundle = sound.news().bundle();
            ctx.output(AUDIT, VerdictEncoding.decided(verdict.verdict().text(), bundle.effectiveAtMs()));
            previous = bundle.version();
            out.collect(sound.news());
        } else {
            // This release no longer reads what another has accepted.
            report(record, outcome, ctx, out);
        }
    }

    private void report(CatalogueRecord record, BundleCheck.Outcome outcome, Context ctx, Collector<BundleNews> out) {
        if (outcome instanceof BundleCheck.Sound sound) {
            BundleText bundle = sound.news().bundle();
            ctx.output(AUDIT, VerdictEncoding.accepted(record, bundle.version(), bundle.effectiveAtMs(), previous));
            out.collect(sound.news());
        } else if (outcome instanceof BundleCheck.Unsound unsound) {
            ctx.output(AUDIT, VerdictEncoding.refused(record, unsound.reason(), unsound.detail(), previous));
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

    private Ledger ledger() {
        return Objects.requireNonNull(ledger, "initializeState is called first");
    }
}
