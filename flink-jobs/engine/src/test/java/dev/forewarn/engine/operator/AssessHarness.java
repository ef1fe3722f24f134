package dev.forewarn.engine.operator;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Wire;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.SourceNote;
import dev.forewarn.engine.state.StateSchema;
import dev.forewarn.engine.timeline.Catalogues;
import dev.forewarn.engine.timeline.FakeCompiler;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractBroadcastStreamOperatorTestHarness;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** One subtask of {@link AssessOperator} in Flink's harness. The control stream is at the end of time unless said. */
final class AssessHarness implements AutoCloseable {

    static final int KEY_GROUPS = 720;

    private final Harness harness;
    private int taken;

    private AssessHarness(
            AssessSettings settings,
            CatalogueBacklog backlog,
            int parallelism,
            int subtask,
            @Nullable OperatorSubtaskState state)
            throws Exception {
        harness = new Harness(new AssessOperator(settings, new FakeCompiler(), backlog), parallelism, subtask);
        harness.setup();
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    static AssessHarness start(AssessSettings settings) throws Exception {
        AssessHarness started = new AssessHarness(settings, CatalogueBacklog.NONE, 1, 0, null);
        started.harness.processBroadcastWatermark(Long.MAX_VALUE);
        return started;
    }

    /** Without a word from the control stream. */
    static AssessHarness startWithoutControl(AssessSettings settings) throws Exception {
        return new AssessHarness(settings, CatalogueBacklog.NONE, 1, 0, null);
    }

    /** Starts subtasks from the states of those before them. */
    static List<AssessHarness> restore(AssessSettings settings, int parallelism, List<AssessHarness> before)
            throws Exception {
        return restore(settings, CatalogueBacklog.NONE, parallelism, before);
    }

    static List<AssessHarness> restore(
            AssessSettings settings, CatalogueBacklog backlog, int parallelism, List<AssessHarness> before)
            throws Exception {
        OperatorSubtaskState[] states = new OperatorSubtaskState[before.size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = before.get(i).harness.snapshot(1, 1);
        }
        OperatorSubtaskState whole = AbstractStreamOperatorTestHarness.repackageState(states);
        List<AssessHarness> restored = new ArrayList<>();
        for (int subtask = 0; subtask < parallelism; subtask++) {
            OperatorSubtaskState part = AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    whole, KEY_GROUPS, states.length, parallelism, subtask);
            AssessHarness harness = new AssessHarness(settings, backlog, parallelism, subtask, part);
            harness.harness.processBroadcastWatermark(Long.MAX_VALUE);
            restored.add(harness);
        }
        return restored;
    }

    static AssessSettings settings(String bundle, long untilMs) {
        return new AssessSettings(
                BundleText.submitted(FakeCompiler.version(bundle), bundle),
                Messages.TOPIC,
                List.of("drug"),
                untilMs,
                1,
                CatalogueTimeline.PUBLISH_ALL,
                30_000,
                List.of(),
                Duration.ZERO,
                1);
    }

    static AssessSettings settings() {
        return settings(FakeCompiler.BUNDLE, AssessSettings.NEVER);
    }

    void read(String entityId, long recordedAtMs, byte[] message) throws Exception {
        LogRecord record = Messages.onLog(entityId, recordedAtMs, message);
        if (record.kind() == LogRecord.Kind.TICK || record.kind() == LogRecord.Kind.REJECT) {
            throw new IllegalArgumentException("the source would not forward this: " + record.reason());
        }
        harness.processElement(record, recordedAtMs);
    }

    void publish(BundleText bundle) throws Exception {
        harness.processBroadcastElement(news(BundleNews.Stage.LIVE, bundle), 0);
    }

    private static BundleNews news(BundleNews.Stage stage, BundleText bundle) {
        return new BundleNews(stage, bundle, Catalogues.live(0, bundle.publishedAtMs(), ""));
    }

    /** What the check of catalogues has to tell. */
    void hear(BundleNews news) throws Exception {
        harness.processBroadcastElement(news, 0);
    }

    List<Tally> tallies() {
        var side = harness.getSideOutput(AssessOperator.TALLIES);
        return side == null
                ? List.of()
                : side.stream().map(StreamRecord::getValue).toList();
    }

    List<SourceNote> notes() {
        var side = harness.getSideOutput(AssessOperator.NOTES);
        return side == null
                ? List.of()
                : side.stream().map(StreamRecord::getValue).toList();
    }

    /** A bundle without text ends the shadow stage. */
    void publishShadow(BundleText bundle) throws Exception {
        harness.processBroadcastElement(news(BundleNews.Stage.SHADOW, bundle), 0);
    }

    /** The task finds time for one step of a walk. */
    void step() throws Exception {
        harness.setProcessingTime(harness.getProcessingTime() + 1);
    }

    /** Steps until no walk is under way. */
    void walk() throws Exception {
        while (isWalking()) {
            step();
        }
    }

    boolean isWalking() {
        return harness.getProcessingTimeService().getNumActiveTimers() > 0;
    }

    void time(long watermarkMs) throws Exception {
        harness.processWatermark(watermarkMs);
    }

    void endOfInput() throws Exception {
        harness.processWatermark(Long.MAX_VALUE);
        harness.getOperator().finish();
    }

    /** Messages since the last call, in order. */
    List<Outbound> results() {
        List<Outbound> all = harness.extractOutputValues();
        List<Outbound> fresh = List.copyOf(all.subList(taken, all.size()));
        taken = all.size();
        return fresh;
    }

    List<Outbound> rejects() {
        var side = harness.getSideOutput(AssessOperator.REJECTS);
        return side == null
                ? List.of()
                : side.stream().map(StreamRecord::getValue).toList();
    }

    int dossiers() {
        var backend = (HeapKeyedStateBackend<?>) harness.getOperator().getKeyedStateBackend();
        return backend.numKeyValueStateEntries();
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    int catalogues() throws Exception {
        int count = 0;
        for (var ignored : harness.getOperator()
                .getOperatorStateBackend()
                .getBroadcastState(StateSchema.catalogues())
                .entries()) {
            count++;
        }
        return count;
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }

    static List<Alert> alerts(List<Outbound> messages) {
        return decode(messages, Outbound.Channel.ALERTS, Alert.class);
    }

    static List<Alert> shadowAlerts(List<Outbound> messages) {
        return decode(messages, Outbound.Channel.SHADOW_ALERTS, Alert.class);
    }

    static List<Assessment> assessments(List<Outbound> messages) {
        return decode(messages, Outbound.Channel.ASSESSMENTS, Assessment.class);
    }

    static List<MonthlyClass> classes(List<Outbound> messages) {
        return decode(messages, Outbound.Channel.CLASSES, MonthlyClass.class);
    }

    /** Flink's own takes functions only. */
    private static final class Harness
            extends AbstractBroadcastStreamOperatorTestHarness<LogRecord, BundleNews, Outbound> {

        Harness(AssessOperator operator, int parallelism, int subtask) throws Exception {
            super(operator, KEY_GROUPS, parallelism, subtask);
            config.setStatePartitioner(0, (KeySelector<LogRecord, String>) LogRecord::entityId);
            config.setStateKeySerializer(Types.STRING.createSerializer(executionConfig.getSerializerConfig()));
            config.serializeAllConfigs();
        }
    }

    private static <T extends SpecificRecord> List<T> decode(
            List<Outbound> messages, Outbound.Channel channel, Class<T> type) {
        return messages.stream()
                .filter(message -> message.channel() == channel)
                .map(message -> ((Decoded.Value<T>) Wire.decode(message.value(), type)).value())
                .toList();
    }
}
