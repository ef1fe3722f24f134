package dev.forewarn.engine.operator;

import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.StateSchema;
import dev.forewarn.engine.wire.EventDecoding;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.OfficialDecoding;
import dev.forewarn.engine.wire.Outbound;
import dev.forewarn.engine.wire.Provenance;
import dev.forewarn.engine.wire.RejectEncoding;
import dev.forewarn.engine.wire.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.TimestampedCollector;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Moves each entity by {@link dev.forewarn.core.dossier.EntityStep}: its events, the instants at which time alone
 * changes something, and the catalogues that take effect. An operator and no function, since functions cannot walk over
 * their keys in steps.
 *
 * <ul>
 *   <li>Key: entity id.
 *   <li>State: one packed dossier per entity, and one more while there is a shadow, bounded by the core and cleared by
 *       the step that finds nothing left; the texts of at most 64 catalogues of each stage, of which the oldest goes
 *       when another comes.
 *   <li>Timers: event time only. One per entity, and another where something is due earlier; a timer that finds nothing
 *       due sets the next.
 *   <li>Order: an entity's events come as in its partition of the log. One that lies behind the entity's clock is
 *       applied at the clock and counted. Once the watermark has passed the instant of a catalogue, a {@link Walk}
 *       moves everybody on to it, with events and barriers between its steps.
 *   <li>Emits: assessments, alerts, month-end classes, and alerts of the shadow stage; to {@link #REJECTS} events that
 *       break the contract.
 * </ul>
 */
public final class AssessOperator extends AbstractStreamOperator<Outbound>
        implements TwoInputStreamOperator<LogRecord, BundleNews, Outbound>, Triggerable<String, VoidNamespace> {

    /** Events whose body broke the contract. */
    public static final OutputTag<Outbound> REJECTS =
            new OutputTag<>("assess-rejects", TypeInformation.of(Outbound.class));

    private static final long serialVersionUID = 1L;

    /** The name under which savepoints hold the timers; never edited. */
    private static final String TIMERS = "user-timers";

    // Configuration.
    private final AssessSettings settings;
    private final CatalogueCompiler compiler;
    private final CatalogueBacklog backlog;

    // Runtime.
    private transient @Nullable KnownBundles bundles;
    private transient @Nullable CatalogueShelf shelf;
    private transient @Nullable InternalTimerService<VoidNamespace> timers;
    private transient @Nullable TimestampedCollector<Outbound> collector;
    private transient @Nullable Meters meters;
    private transient @Nullable EventMeters eventMeters;
    private transient @Nullable ValueState<byte[]> dossier;
    private transient @Nullable Lane live;
    private transient @Nullable Shadow shadow;
    private transient @Nullable Walk walk;
    private transient @Nullable Due walked;

    /** Where a walk leads. */
    private record Due(BundleText live, @Nullable BundleText shadow) {}

    public AssessOperator(AssessSettings settings, CatalogueCompiler compiler, CatalogueBacklog backlog) {
        this.settings = settings;
        this.compiler = compiler;
        this.backlog = backlog;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        bundles = new KnownBundles(context.getOperatorStateStore());
        bundles.restore(
                settings.submitted(), backlog, new BundleCheck(compiler, settings.leadMs(), settings.approvers()));
    }

    @Override
    public void open() throws Exception {
        super.open();
        meters = new Meters(getMetricGroup().addGroup(EngineMetrics.GROUP));
        eventMeters = new EventMeters(meters, settings.sampleEvery());
        timers = getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
        collector = new TimestampedCollector<>(output);
        shelf = new CatalogueShelf(compiler, settings.spreadMs());
        bundles().stock(shelf);
        // A catalogue that cannot be compiled stops the job here, not at the first event.
        shelf.stepAt(Long.MAX_VALUE);
        dossier = getRuntimeContext().getState(StateSchema.dossier());
        live = new Lane(dossier, timers, shelf::stepAt, new LiveVoice(settings, meters, collector), settings.untilMs());
        shadow = new Shadow(
                shelf,
                getRuntimeContext().getState(StateSchema.shadowDossier()),
                timers,
                new ShadowVoice(meters, collector),
                settings.untilMs());
        walk = new Walk(this.<String>getKeyedStateBackend(), getProcessingTimeService(), settings.walkStep(), meters);
    }

    @Override
    public void close() throws Exception {
        if (walk != null) {
            walk.close();
        }
        if (shelf != null) {
            shelf.close();
        }
        super.close();
    }

    @Override
    public void processElement1(StreamRecord<LogRecord> element) throws Exception {
        LogRecord record = element.getValue();
        if (record.recordedAtMs() > settings.untilMs()) {
            meters().count(EngineMetrics.BEYOND_UNTIL);
            return;
        }
        collector().setTimestamp(element);
        if (record.kind() == LogRecord.Kind.OFFICIAL) {
            takeOfficial(record, element.getTimestamp());
        } else {
            takeEvent(record, element.getTimestamp());
        }
    }

    private void takeEvent(LogRecord record, long timestampMs) throws Exception {
        long startNs = eventMeters().startSample();
        EventDecoding decoding = EventDecoding.of(record.bytes());
        if (decoding instanceof EventDecoding.Refused refused) {
            refuse(record, timestampMs, refused.reason(), refused.detail());
            return;
        }
        Event event = ((EventDecoding.Accepted) decoding).event();
        byte[] before = dossier().value();
        Turn turn = live().decide(before, event);
        eventMeters().endSample(startNs);
        shadow().follow(event.entityId(), before, Math.max(event.recordedAtMs(), reachedMs()));
        live().settle(turn);
        shadow().onEvent(event);
        eventMeters().measure(event, turn);
        catchUp(event.entityId(), event.recordedAtMs());
    }

    private void takeOfficial(LogRecord record, long timestampMs) throws Exception {
        OfficialDecoding decoding = OfficialDecoding.of(record.bytes());
        if (decoding instanceof OfficialDecoding.Refused refused) {
            refuse(record, timestampMs, refused.reason(), refused.detail());
            return;
        }
        OfficialClass official = ((OfficialDecoding.Accepted) decoding).classes();
        byte[] before = dossier().value();
        shadow().follow(official.entityId(), before, Math.max(official.recordedAtMs(), reachedMs()));
        live().settle(live().decide(before, official));
        shadow().onOfficial(official);
        meters().count(EngineMetrics.OFFICIAL_CLASSES);
        catchUp(official.entityId(), official.recordedAtMs());
    }

    @Override
    public void processElement2(StreamRecord<BundleNews> element) throws Exception {
        bundles().take(element.getValue());
        walkIfDue();
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        super.processWatermark(mark);
        walkIfDue();
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        boolean isEnd = timers().currentWatermark() == Long.MAX_VALUE;
        long instantMs = isEnd ? settings.untilMs() : timer.getTimestamp();
        // Without a last instant the end of input moves nobody: what would it move them to?
        if (instantMs == Long.MAX_VALUE || instantMs > settings.untilMs()) {
            return;
        }
        collector().setAbsoluteTimestamp(timer.getTimestamp());
        shadow().follow(timer.getKey(), dossier().value(), instantMs);
        if (live().wake(timer.getKey(), instantMs)) {
            meters().count(EngineMetrics.WAKE_UPS);
        }
        shadow().wake(timer.getKey(), instantMs);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("no timer of this operator hangs on the wall clock");
    }

    /** The end of input: nothing comes between any more, so a walk ends at once. */
    @Override
    public void finish() throws Exception {
        walk().finish();
        super.finish();
    }

    /**
     * Sets out to move everybody on to the catalogues that time has put in force and in the shadow stage, unless that
     * has been done. After a start this is the first thing that time does: nobody knows how far a walk had come.
     */
    private void walkIfDue() {
        long reachedMs = reachedMs();
        if (reachedMs == Long.MIN_VALUE) {
            return;
        }
        Due due = new Due(shelf().inForceAt(reachedMs), shelf().shadowAt(reachedMs));
        if (due.equals(walked)) {
            return;
        }
        walked = due;
        collector().setAbsoluteTimestamp(reachedMs);
        walk().start(
                        List.of(
                                StateSchema.dossier().getName(),
                                StateSchema.shadowDossier().getName()),
                        entityId -> {
                            // The shadow starts from what was before.
                            boolean hasFollowed =
                                    shadow().follow(entityId, dossier().value(), reachedMs);
                            boolean hasMoved =
                                    live().moveOn(entityId, due.live().effectiveAtMs());
                            return hasFollowed || hasMoved;
                        });
    }

    /** Up to where time has come, in ms since 1970; the smallest long if nobody knows. */
    private long reachedMs() {
        long watermarkMs = timers().currentWatermark();
        if (watermarkMs != Long.MAX_VALUE) {
            return watermarkMs;
        }
        // Without a last instant the end of input says nothing about time.
        return settings.untilMs() == Long.MAX_VALUE ? Long.MIN_VALUE : settings.untilMs();
    }

    /** Moves on an entity whose event came so late that the walk may have been there already. */
    private void catchUp(String entityId, long recordedAtMs) throws Exception {
        Due due = walked;
        if (due != null && recordedAtMs < due.live().effectiveAtMs()) {
            live().moveOn(entityId, due.live().effectiveAtMs());
        }
    }

    private void refuse(LogRecord record, long timestampMs, RejectReason reason, String detail) {
        meters().reject(reason.wireName());
        Provenance from = new Provenance(
                settings.logTopic(),
                record.partition(),
                record.offset(),
                record.appendedAtMs() == 0 ? null : record.appendedAtMs(),
                record.entityId().getBytes(StandardCharsets.UTF_8));
        byte[] value = RejectEncoding.encode(reason, detail, from, record.entityId(), record.bytes());
        collector()
                .collect(
                        REJECTS,
                        new StreamRecord<>(
                                Outbound.of(Outbound.Channel.REJECTS, record.entityId(), value), timestampMs));
    }

    private KnownBundles bundles() {
        return Objects.requireNonNull(bundles, "initializeState is called first");
    }

    private CatalogueShelf shelf() {
        return Objects.requireNonNull(shelf, "open is called first");
    }

    private InternalTimerService<VoidNamespace> timers() {
        return Objects.requireNonNull(timers, "open is called first");
    }

    private TimestampedCollector<Outbound> collector() {
        return Objects.requireNonNull(collector, "open is called first");
    }

    private Meters meters() {
        return Objects.requireNonNull(meters, "open is called first");
    }

    private EventMeters eventMeters() {
        return Objects.requireNonNull(eventMeters, "open is called first");
    }

    private ValueState<byte[]> dossier() {
        return Objects.requireNonNull(dossier, "open is called first");
    }

    private Shadow shadow() {
        return Objects.requireNonNull(shadow, "open is called first");
    }

    private Lane live() {
        return Objects.requireNonNull(live, "open is called first");
    }

    private Walk walk() {
        return Objects.requireNonNull(walk, "open is called first");
    }
}
