package dev.forewarn.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.io.File;
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
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole graph on RocksDB in a small cluster. */
class EarlyWarningGraphITCase {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .build());

    private static final List<LogRecord> LOG = GraphRun.log();

    @Test
    void theSameLogGivesTheSameHistoryAtAnyParallelism() throws Exception {
        long broken = LOG.stream().filter(record -> !record.isAccepted()).count();
        FakeSink results = new FakeSink("results-1");
        FakeSink rejects = new FakeSink("rejects-1");
        run(LOG, 1, results, rejects);

        Map<String, List<String>> history = GraphRun.history(results.messages());
        assertThat(history).hasSize(GraphRun.ENTITIES);
        assertThat(history.values())
                .allSatisfy(said -> assertThat(said)
                        .filteredOn(message -> message.startsWith("CLASSES"))
                        .hasSize(4));
        assertThat(results.messages()).extracting(Outbound::channel).contains(Outbound.Channel.ALERTS);
        assertThat(rejects.messages()).hasSizeGreaterThan((int) broken + 1);

        FakeSink resultsOfTwo = new FakeSink("results-2");
        FakeSink rejectsOfTwo = new FakeSink("rejects-2");
        run(LOG, 2, resultsOfTwo, rejectsOfTwo);
        assertThat(GraphRun.history(resultsOfTwo.messages())).isEqualTo(history);
        assertThat(rejectsOfTwo.messages()).hasSameSizeAs(rejects.messages());
    }

    @Test
    void aCrashInTheMiddleChangesNothingButRepetitions(@TempDir File checkpoints) throws Exception {
        FakeSink undisturbed = new FakeSink("undisturbed");
        run(LOG, 1, undisturbed, new FakeSink("undisturbed-rejects"));

        Configuration settings = GraphRun.settings();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toURI().toString());
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.setParallelism(2);
        FakeSink disturbed = new FakeSink("disturbed");
        DataStream<LogRecord> slow = env.fromSource(
                        new DataGeneratorSource<>(
                                number -> LOG.get(Math.toIntExact(number)),
                                LOG.size(),
                                RateLimiterStrategy.perCheckpoint(150),
                                TypeInformation.of(LogRecord.class)),
                        Clocks.ofLog(Duration.ZERO),
                        "slow log")
                .uid("test-log")
                .setParallelism(1)
                .map(new CrashOnce(), TypeInformation.of(LogRecord.class))
                .uid("test-crash")
                .setParallelism(1);
        GraphRun.define(env, slow, disturbed, new FakeSink("disturbed-rejects"));
        CrashOnce.HAS_CRASHED.set(false);
        env.execute();

        assertThat(CrashOnce.HAS_CRASHED).isTrue();
        Map<String, List<String>> expected = GraphRun.history(undisturbed.messages());
        Map<String, List<String>> repeated = GraphRun.history(disturbed.messages());
        repeated.replaceAll((key, said) -> List.copyOf(new LinkedHashSet<>(said)));
        assertThat(repeated).isEqualTo(expected);
    }

    @Test
    void aThousandLiveDossiersEndWithTheirInput() throws Exception {
        List<LogRecord> log = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String id = "shop " + i;
            long at = GraphRun.START + i;
            log.add(Messages.onLog(id, at, Messages.profile(id, at, "商户")));
        }
        FakeSink results = new FakeSink("thousand");
        run(log, 2, results, new FakeSink("thousand-rejects"));
        assertThat(results.messages())
                .filteredOn(message -> message.channel() == Outbound.Channel.CLASSES)
                .hasSize(4_000);
    }

    private static void run(List<LogRecord> log, int parallelism, FakeSink results, FakeSink rejects) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(GraphRun.settings());
        env.setParallelism(parallelism);
        DataStream<LogRecord> records = env.fromData(log, TypeInformation.of(LogRecord.class))
                .uid("test-log")
                .setParallelism(1)
                .assignTimestampsAndWatermarks(Clocks.ofLog(Duration.ZERO))
                .uid("test-clock")
                .setParallelism(1);
        GraphRun.define(env, records, results, rejects);
        env.execute();
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
