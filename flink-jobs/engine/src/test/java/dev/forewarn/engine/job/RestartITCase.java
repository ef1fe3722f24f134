package dev.forewarn.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A job that is interrupted tells the history of one that is not, on RocksDB. */
class RestartITCase {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .build());

    private static final List<LogRecord> LOG = Town.halfAYear();

    @TempDir
    private Path folder;

    @Test
    void aCrashInTheMiddleChangesNothingButRepetitions() throws Exception {
        Configuration settings = checkpointed(2);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        GraphRun disturbed = GraphRun.with(settings);
        disturbed.define(new FakeLog(LOG)
                .readBy(disturbed.env(), RateLimiterStrategy.perCheckpoint(150))
                .map(new CrashOnce(), TypeInformation.of(LogRecord.class))
                .uid("test-crash")
                .setParallelism(1));
        CrashOnce.HAS_CRASHED.set(false);
        disturbed.env().execute();

        assertThat(CrashOnce.HAS_CRASHED).isTrue();
        Map<String, List<String>> repeated = GraphRun.history(disturbed.results());
        repeated.replaceAll((key, said) -> List.copyOf(new LinkedHashSet<>(said)));
        assertThat(repeated).isEqualTo(GraphRun.history(undisturbed()));
    }

    @Test
    void aSavepointHalfWayIsTheStartOfTheOtherHalfAtAnotherParallelism() throws Exception {
        GraphRun first = GraphRun.with(checkpointed(1));
        first.define(new FakeLog(LOG).readBy(first.env(), RateLimiterStrategy.perCheckpoint(50)));
        JobClient job = first.env().executeAsync();
        await().until(() -> first.results().size() > 300);
        String savepoint = job.stopWithSavepoint(
                        false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        List<Outbound> undisturbed = undisturbed();
        assertThat(first.results()).hasSizeLessThan(undisturbed.size() / 2);

        Configuration settings = GraphRun.settingsUntil(Town.UNTIL, 2);
        settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        GraphRun second = GraphRun.with(settings);
        second.define(new FakeLog(LOG).readBy(second.env(), RateLimiterStrategy.noOp()));
        second.env().execute();

        List<Outbound> both = new ArrayList<>(first.results());
        both.addAll(second.results());
        assertThat(GraphRun.history(both)).isEqualTo(GraphRun.history(undisturbed));
    }

    private static List<Outbound> undisturbed() throws Exception {
        GraphRun run = GraphRun.with(GraphRun.settingsUntil(Town.UNTIL, 1));
        run.define(new FakeLog(LOG).readBy(run.env(), RateLimiterStrategy.noOp()));
        run.env().execute();
        return run.results();
    }

    private Configuration checkpointed(int parallelism) {
        Configuration settings = GraphRun.settingsUntil(Town.UNTIL, parallelism);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        return settings;
    }

    /** Fails once, when it has seen two checkpoints and something after them. */
    private static final class CrashOnce implements MapFunction<LogRecord, LogRecord>, CheckpointListener {

        static final AtomicBoolean HAS_CRASHED = new AtomicBoolean();
        private static final long serialVersionUID = 1L;

        private transient int checkpoints;
        private transient int since;

        @Override
        public LogRecord map(LogRecord record) {
            if (checkpoints >= 2 && ++since > 40 && HAS_CRASHED.compareAndSet(false, true)) {
                throw new IllegalStateException("the crash that the test wants");
            }
            return record;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            checkpoints++;
        }
    }
}
