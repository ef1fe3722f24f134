package dev.forewarn.engine.operator;

import dev.forewarn.core.dossier.Output;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.CreditCode;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.Applied;
import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.StateSchema;
import dev.forewarn.engine.wire.AlertEncoding;
import dev.forewarn.engine.wire.AssessmentEncoding;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.EventDecoding;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.MonthlyClassEncoding;
import dev.forewarn.engine.wire.Outbound;
import dev.forewarn.engine.wire.Provenance;
import dev.forewarn.engine.wire.RejectEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Moves each entity by {@link dev.forewarn.core.dossier.EntityStep}: its events, and the instants at which time alone
 * changes something.
 *
 * <ul>
 *   <li>Key: entity id.
 *   <li>State: one packed dossier per entity, bounded by the core and cleared by the step that finds nothing left; the
 *       texts of at most 64 catalogues, of which the oldest goes when another comes.
 *   <li>Timers: event time only. One per entity, and another where something is due earlier; a timer that finds nothing
 *       due sets the next.
 *   <li>Order: an entity's events come as in its partition of the log. One that lies behind the entity's clock is
 *       applied at the clock and counted.
 *   <li>Emits: assessments, alerts and month-end classes; to {@link #REJECTS} events that break the contract.
 * </ul>
 */
public final class AssessFunction extends KeyedBroadcastProcessFunction<String, LogRecord, BundleText, Outbound>
        implements CheckpointedFunction {

    /** Events whose body broke the contract. */
    public static final OutputTag<Outbound> REJECTS =
            new OutputTag<>("assess-rejects", TypeInformation.of(Outbound.class));

    private static final long serialVersionUID = 1L;

    // Configuration.
    private final AssessSettings settings;
    private final CatalogueCompiler compiler;
    private final CatalogueBacklog backlog;

    // Runtime.
    private transient @Nullable StoredBundles bundles;
    private transient @Nullable ValueState<byte[]> dossier;
    private transient @Nullable CatalogueShelf shelf;
    private transient @Nullable Meters meters;
    private transient int untilSample;

    public AssessFunction(AssessSettings settings, CatalogueCompiler compiler, CatalogueBacklog backlog) {
        this.settings = settings;
        this.compiler = compiler;
        this.backlog = backlog;
    }

    /**
     * Puts the submitted bundle where there is none yet, since what was published counts for more than a new
     * submission; and adds what was published while nobody was here.
     */
    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        bundles = new StoredBundles(context.getOperatorStateStore().getBroadcastState(StateSchema.catalogues()));
        if (bundles.inOrder().isEmpty()) {
            bundles.add(settings.submitted());
        }
        BundleCheck check = new BundleCheck(compiler, settings.leadMs());
        for (CatalogueRecord record : backlog.read()) {
            if (check.check(record) instanceof BundleCheck.Sound sound) {
                bundles.add(sound.bundle());
            }
        }
    }

    /** Nothing to do: both states are Flink's own. */
    @Override
    public void snapshotState(FunctionSnapshotContext context) {}

    @Override
    public void open(OpenContext context) throws Exception {
        dossier = getRuntimeContext().getState(StateSchema.dossier());
        meters = new Meters(getRuntimeContext().getMetricGroup().addGroup(EngineMetrics.GROUP));
        untilSample = settings.sampleEvery();
        shelf = new CatalogueShelf(compiler, settings.spreadMs());
        bundles().inOrder().forEach(shelf::add);
        // A catalogue that cannot be compiled stops the job here, not at the first event.
        shelf.stepAt(Long.MAX_VALUE);
    }

    @Override
    public void close() {
        if (shelf != null) {
            shelf.close();
        }
    }

    @Override
    public void processElement(LogRecord record, ReadOnlyContext ctx, Collector<Outbound> out) throws Exception {
        if (record.recordedAtMs() > settings.untilMs()) {
            meters().count(EngineMetrics.BEYOND_UNTIL);
            return;
        }
        long startNs = startSample();
        EventDecoding decoding = EventDecoding.of(record.bytes());
        if (decoding instanceof EventDecoding.Refused refused) {
            meters().reject(refused.reason().wireName());
            ctx.output(REJECTS, reject(record, refused));
            return;
        }
        Event event = ((EventDecoding.Accepted) decoding).event();
        byte[] before = dossier().value();
        Turn turn = shelf().stepAt(record.recordedAtMs()).onEvent(event.entityId(), before, event);
        endSample(startNs);
        store(turn);
        register(turn, ctx.timerService());
        emit(turn, out);
        measure(event, turn);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Outbound> out) throws Exception {
        byte[] before = dossier().value();
        boolean isEnd = ctx.timerService().currentWatermark() == Long.MAX_VALUE;
        long instantMs = isEnd ? settings.untilMs() : timestamp;
        // Without a last instant the end of input moves nobody: what would it move them to?
        if (before == null || instantMs == Long.MAX_VALUE || instantMs > settings.untilMs()) {
            return;
        }
        meters().count(EngineMetrics.WAKE_UPS);
        Turn turn = shelf().stepAt(instantMs).onWake(ctx.getCurrentKey(), before, instantMs);
        store(turn);
        if (!isEnd) {
            register(turn, ctx.timerService());
        }
        emit(turn, out);
    }

    @Override
    public void processBroadcastElement(BundleText bundle, Context ctx, Collector<Outbound> out) throws Exception {
        shelf().add(bundle);
        BundleText gone = bundles().add(bundle);
        if (gone != null) {
            shelf().remove(gone);
        }
    }

    private void store(Turn turn) throws Exception {
        byte[] after = turn.dossier();
        if (after == null) {
            dossier().clear();
        } else {
            dossier().update(after);
            meters().measure(EngineMetrics.DOSSIER_BYTES, after.length);
        }
    }

    /** A timer that no one may act upon is not set: at the end of input it would only be fired and dropped. */
    private void register(Turn turn, TimerService timers) {
        if (turn.timerAtMs() != Turn.NO_TIMER && turn.timerAtMs() <= settings.untilMs()) {
            timers.registerEventTimeTimer(turn.timerAtMs());
        }
    }

    private void emit(Turn turn, Collector<Outbound> out) {
        for (Output output : turn.outputs()) {
            if (output instanceof Output.Assessed assessed) {
                meters().count(EngineMetrics.ASSESSMENTS);
                out.collect(AssessmentEncoding.encode(assessed));
            } else if (output instanceof Output.Alerted alerted) {
                meters().alert(alerted.change().after().level().name(), settings.domainLabel(alerted.domains()));
                out.collect(AlertEncoding.encode(alerted));
            } else if (output instanceof Output.MonthClosed closed) {
                meters().count(EngineMetrics.CLASSES);
                out.collect(MonthlyClassEncoding.encode(closed));
            }
        }
        if (turn.refusedAlerts() > 0) {
            meters().count(EngineMetrics.ALERTS_REFUSED, turn.refusedAlerts());
        }
    }

    private void measure(Event event, Turn turn) {
        meters().count(EngineMetrics.EVENTS);
        if (turn.applied() == Applied.DUPLICATE) {
            meters().count(EngineMetrics.DUPLICATES);
        }
        if (turn.latenessMs() > 0) {
            meters().count(EngineMetrics.LATE);
            meters().measure(EngineMetrics.LATENESS, turn.latenessMs());
        }
        if (CreditCode.isLike(event.entityId()) && !CreditCode.isValid(event.entityId())) {
            meters().count(EngineMetrics.INVALID_CODES);
        }
    }

    private Outbound reject(LogRecord record, EventDecoding.Refused refused) {
        Provenance from = new Provenance(
                settings.logTopic(),
                record.partition(),
                record.offset(),
                record.appendedAtMs() == 0 ? null : record.appendedAtMs(),
                record.entityId().getBytes(StandardCharsets.UTF_8));
        byte[] value =
                RejectEncoding.encode(refused.reason(), refused.detail(), from, record.entityId(), record.bytes());
        return Outbound.of(Outbound.Channel.REJECTS, record.entityId(), value);
    }

    private long startSample() {
        if (--untilSample > 0) {
            return 0;
        }
        untilSample = settings.sampleEvery();
        return System.nanoTime();
    }

    private void endSample(long startNs) {
        if (startNs != 0) {
            meters().measure(EngineMetrics.ASSESS_TIME, System.nanoTime() - startNs);
        }
    }

    private StoredBundles bundles() {
        return Objects.requireNonNull(bundles, "initializeState is called first");
    }

    private ValueState<byte[]> dossier() {
        return Objects.requireNonNull(dossier, "open is called first");
    }

    private CatalogueShelf shelf() {
        return Objects.requireNonNull(shelf, "open is called first");
    }

    private Meters meters() {
        return Objects.requireNonNull(meters, "open is called first");
    }
}
