package dev.forewarn.engine.operator;

import dev.forewarn.core.alert.Answer;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.engine.state.SourceNote;
import dev.forewarn.engine.state.StateSchema;
import dev.forewarn.engine.wire.Decoding;
import dev.forewarn.engine.wire.DisposalDecoding;
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
import org.apache.flink.api.common.TaskInfo;
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
 *       moves everybody on to it, with events and barriers between its steps; another tries a candidate on everybody.
 *   <li>Emits: assessments, alerts, month-end classes, and alerts of the shadow stage; to {@link #REJECTS} messages
 *       that break the contract, and people's steps that cannot be taken; to {@link #TALLIES} what candidates would
 *       change; to {@link #NOTES} when which source was heard.
 * </ul>
 */
public final class AssessOperator extends AbstractStreamOperator<Outbound>
        implements TwoInputStreamOperator<LogRecord, BundleNews, Outbound>, Triggerable<String, VoidNamespace> {

    /** Events whose body broke the contract. */
    public static final OutputTag<Outbound> REJECTS =
            new OutputTag<>("assess-rejects", TypeInformation.of(Outbound.class));

    /** What candidates would change. */
    public static final OutputTag<Tally> TALLIES = new OutputTag<>("assess-tallies", TypeInformation.of(Tally.class));

    /** When which source was heard. */
    public static final OutputTag<SourceNote> NOTES =
            new OutputTag<>("source-notes", TypeInformation.of(SourceNote.class));

    private static final long serialVersionUID = 1L;

    /** The name under which savepoints hold the timers; never edited. */
    private static final String TIMERS = "user-timers";

    // Configuration.
    private final AssessSettings settings;
    private final CatalogueCompiler compiler;
    private final CatalogueBacklog backlog;

    // Runtime.
    private transient @Nullable KnownBundles bundles;
    private transient @Nullable List<BundleNews> candidates;
    private transient @Nullable Parts parts;

    /** What is there from the opening on. */
    private record Parts(
            Meters meters,
            TimestampedCollector<Outbound> collector,
            InternalTimerService<VoidNamespace> timers,
            CatalogueShelf shelf,
            Lanes lanes,
            Changeover changeover,
            Trials trials,
            Hearing hearing) {}

    public AssessOperator(AssessSettings settings, CatalogueCompiler compiler, CatalogueBacklog backlog) {
        this.settings = settings;
        this.compiler = compiler;
        this.backlog = backlog;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        bundles = new KnownBundles(context.getOperatorStateStore());
        candidates = bundles.restore(
                settings.submitted(), backlog, new BundleCheck(compiler, settings.leadMs(), settings.approvers()));
    }

    @Override
    public void open() throws Exception {
        super.open();
        parts = assemble(getRuntimeContext().getState(StateSchema.dossier()));
        bundles().stock(parts.shelf());
        // A catalogue that cannot be compiled stops the job here, not at the first event.
        parts.shelf().stepAt(Long.MAX_VALUE);
        Objects.requireNonNull(candidates, "initializeState is called first").forEach(parts.trials()::addLeftOver);
    }

    private Parts assemble(ValueState<byte[]> dossier) throws Exception {
        Meters meters = new Meters(getMetricGroup().addGroup(EngineMetrics.GROUP));
        TimestampedCollector<Outbound> collector = new TimestampedCollector<>(output);
        InternalTimerService<VoidNamespace> timers =
                getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
        CatalogueShelf shelf = new CatalogueShelf(compiler, settings.spreadMs(), settings.publishFromMs());
        Lane live = new Lane(
                dossier,
                timers,
                shelf::stepAt,
                new LiveVoice(settings, meters, bundles()::staleBehind, collector),
                settings.untilMs());
        Shadow shadow = new Shadow(
                shelf,
                getRuntimeContext().getState(StateSchema.shadowDossier()),
                timers,
                new ShadowVoice(meters, collector),
                settings.untilMs());
        Lanes lanes = new Lanes(dossier, live, shadow, meters, settings.sampleEvery());
        return new Parts(
                meters,
                collector,
                timers,
                shelf,
                lanes,
                new Changeover(walk(meters), shelf, lanes),
                new Trials(
                        walk(meters),
                        shelf,
                        dossier,
                        share(),
                        tally -> output.collect(TALLIES, new StreamRecord<>(tally))),
                new Hearing(shelf, note -> output.collect(NOTES, new StreamRecord<>(note))));
    }

    private Walk walk(Meters meters) {
        return new Walk(this.<String>getKeyedStateBackend(), getProcessingTimeService(), settings.walkStep(), meters);
    }

    private Trials.Share share() {
        TaskInfo task = getRuntimeContext().getTaskInfo();
        return new Trials.Share(task.getIndexOfThisSubtask(), task.getNumberOfParallelSubtasks());
    }

    @Override
    public void close() throws Exception {
        if (parts != null) {
            parts.changeover().close();
            parts.trials().close();
            parts.shelf().close();
        }
        super.close();
    }

    @Override
    public void processElement1(StreamRecord<LogRecord> element) throws Exception {
        LogRecord record = element.getValue();
        if (record.recordedAtMs() > settings.untilMs()) {
            parts().meters().count(EngineMetrics.BEYOND_UNTIL);
            return;
        }
        parts().collector().setTimestamp(element);
        switch (record.kind()) {
            case OFFICIAL -> take(element, OfficialDecoding.of(record.bytes()), this::takeOfficial);
            case DISPOSAL -> take(element, DisposalDecoding.of(record.bytes()), step -> takeDisposal(element, step));
            default -> {
                long startNs = parts().lanes().startSample();
                take(element, EventDecoding.of(record.bytes()), event -> takeEvent(event, startNs));
            }
        }
    }

    /** Does what a message says. */
    private interface Taker<T> {
        void take(T message) throws Exception;
    }

    private <T> void take(StreamRecord<LogRecord> element, Decoding<T> decoding, Taker<T> taker) throws Exception {
        if (decoding instanceof Decoding.Accepted<T> accepted) {
            taker.take(accepted.value());
            LogRecord record = element.getValue();
            parts().changeover().catchUp(record.entityId(), record.recordedAtMs());
        } else if (decoding instanceof Decoding.Refused<T> refused) {
            refuse(element, refused.reason(), refused.detail());
        }
    }

    private void takeEvent(Event event, long startNs) throws Exception {
        parts().lanes().onEvent(event, reachedMs(), startNs);
        parts().hearing().hear(event.source(), event.recordedAtMs(), reachedMs());
    }

    private void takeOfficial(OfficialClass official) throws Exception {
        parts().lanes().onOfficial(official, reachedMs());
    }

    private void takeDisposal(StreamRecord<LogRecord> element, Disposal disposal) throws Exception {
        if (parts().lanes().onDisposal(disposal, reachedMs()) instanceof Answer.Refused refused) {
            refuse(element, reason(refused.reason()), refused.detail());
        }
    }

    private static RejectReason reason(Answer.Reason reason) {
        return switch (reason) {
            case UNKNOWN_ALERT -> RejectReason.UNKNOWN_ALERT;
            case STALE -> RejectReason.STALE_STEP;
            case IMPOSSIBLE -> RejectReason.IMPOSSIBLE_STEP;
            case INCOMPLETE -> RejectReason.BAD_DISPOSAL;
        };
    }

    @Override
    public void processElement2(StreamRecord<BundleNews> element) throws Exception {
        BundleNews news = element.getValue();
        if (news.stage() == BundleNews.Stage.CANDIDATE) {
            parts().trials().add(news);
        } else {
            bundles().take(news);
        }
        walkIfDue();
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        super.processWatermark(mark);
        walkIfDue();
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        boolean isEnd = parts().timers().currentWatermark() == Long.MAX_VALUE;
        long instantMs = isEnd ? settings.untilMs() : timer.getTimestamp();
        // Without a last instant the end of input moves nobody: what would it move them to?
        if (instantMs == Long.MAX_VALUE || instantMs > settings.untilMs()) {
            return;
        }
        parts().collector().setAbsoluteTimestamp(timer.getTimestamp());
        parts().lanes().wake(timer.getKey(), instantMs);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("no timer of this operator hangs on the wall clock");
    }

    /** The end of input: nothing comes between any more, so a walk ends at once. */
    @Override
    public void finish() throws Exception {
        parts().changeover().finish();
        parts().trials().finish();
        super.finish();
    }

    /** Once anything is known of time, does what it asks for: moves everybody on, tries candidates. */
    private void walkIfDue() {
        long reachedMs = reachedMs();
        if (reachedMs == Long.MIN_VALUE) {
            return;
        }
        if (parts().changeover().startIfDue(reachedMs)) {
            parts().collector().setAbsoluteTimestamp(reachedMs);
        }
        parts().hearing().reach(reachedMs);
        parts().trials().startIfDue(reachedMs);
    }

    /** Up to where time has come, in ms since 1970; the smallest long if nobody knows. */
    private long reachedMs() {
        long watermarkMs = parts().timers().currentWatermark();
        if (watermarkMs != Long.MAX_VALUE) {
            return watermarkMs;
        }
        // Without a last instant the end of input says nothing about time.
        return settings.untilMs() == Long.MAX_VALUE ? Long.MIN_VALUE : settings.untilMs();
    }

    private void refuse(StreamRecord<LogRecord> element, RejectReason reason, String detail) {
        LogRecord record = element.getValue();
        parts().meters().reject(reason.wireName());
        Provenance from = new Provenance(
                settings.logTopic(),
                record.partition(),
                record.offset(),
                record.appendedAtMs() == 0 ? null : record.appendedAtMs(),
                record.entityId().getBytes(StandardCharsets.UTF_8));
        byte[] value = RejectEncoding.encode(reason, detail, from, record.entityId(), record.bytes());
        Outbound reject = Outbound.of(Outbound.Channel.REJECTS, record.entityId(), value);
        parts().collector().collect(REJECTS, new StreamRecord<>(reject, element.getTimestamp()));
    }

    private KnownBundles bundles() {
        return Objects.requireNonNull(bundles, "initializeState is called first");
    }

    private Parts parts() {
        return Objects.requireNonNull(parts, "open is called first");
    }
}
