package dev.forewarn.cli.backtest;

import dev.forewarn.cli.embedded.RootCause;
import dev.forewarn.engine.catalogue.BundleCompiler;
import dev.forewarn.engine.config.EngineConfig;
import dev.forewarn.engine.config.EngineOptions;
import dev.forewarn.engine.config.FlinkDefaults;
import dev.forewarn.engine.job.Clocks;
import dev.forewarn.engine.job.EarlyWarningGraph;
import dev.forewarn.engine.operator.CatalogueBacklog;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job's own graph over a {@link PartitionedLog}, in this process. The catalogue is the submitted one from the first
 * event to the last. Found by number, since Flink copies what it is given.
 */
final class GraphRun {

    private static final Map<Integer, GraphRun> RUNS = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final int id = NEXT.getAndIncrement();
    private final Settings settings;
    private final Consumer<Outbound> listener;
    private final LongAdder read = new LongAdder();

    /**
     * How a run goes.
     *
     * @param catalogue text of a sound bundle
     * @param before events that became known at this instant or later are left out
     * @param until to where time passes
     * @param state {@code rocksdb} or {@code hashmap}
     */
    record Settings(String catalogue, Instant before, Instant until, int parallelism, String state) {}

    /** @param listener hears every message, on the threads of the sinks */
    GraphRun(Settings settings, Consumer<Outbound> listener) {
        this.settings = settings;
        this.listener = listener;
    }

    static GraphRun of(int id) {
        GraphRun run = RUNS.get(id);
        if (run == null) {
            throw new IllegalStateException("a run that is over reads and says nothing");
        }
        return run;
    }

    void read() {
        read.increment();
    }

    void said(Outbound message) {
        listener.accept(message);
    }

    /**
     * Runs it to its end.
     *
     * @param temporary where state goes that does not fit into memory
     * @param progress is told how many records have been read
     * @throws IOException if the job fails
     */
    void run(PartitionedLog log, Path temporary, LongConsumer progress) throws IOException, InterruptedException {
        RUNS.put(id, this);
        try {
            StreamExecutionEnvironment env =
                    StreamExecutionEnvironment.getExecutionEnvironment(configuration(temporary));
            define(env, log);
            JobClient job = env.executeAsync("forewarn back-test");
            var end = job.getJobExecutionResult();
            while (!end.isDone()) {
                progress.accept(read.sum());
                Thread.sleep(LOOK_EVERY.toMillis());
            }
            end.get();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the back-test's job failed: " + RootCause.inWords(e), e);
        } finally {
            RUNS.remove(id);
        }
    }

    private void define(StreamExecutionEnvironment env, PartitionedLog log) {
        PartitionSource source = new PartitionSource(
                log.folder().toString(),
                log.partitions(),
                settings.before().toEpochMilli(),
                settings.until().toEpochMilli(),
                id);
        DataStream<LogRecord> records = env.fromSource(
                        source, Clocks.ofLog(Duration.ZERO), "prepared log", TypeInformation.of(LogRecord.class))
                .uid("backtest-log");
        // Nothing is published while it runs, and a source that ends at once says so.
        DataStream<CatalogueRecord> catalogues = env.fromSequence(0, 0)
                .uid("backtest-catalogues")
                .setParallelism(1)
                .filter(number -> false)
                .uid("backtest-no-number")
                .setParallelism(1)
                .map(number -> new CatalogueRecord("", new byte[0], Map.of(), 0, 0, 0))
                .returns(TypeInformation.of(CatalogueRecord.class))
                .uid("backtest-no-catalogue")
                .setParallelism(1);
        EarlyWarningGraph.define(
                EngineConfig.of(env.getConfiguration()),
                new EarlyWarningGraph.Inputs(
                        records, catalogues, CatalogueBacklog.NONE, settings.catalogue(), new BundleCompiler()),
                new EarlyWarningGraph.Outputs(
                        messages -> messages.sinkTo(new GraphSink(id)).uid("backtest-results"),
                        messages -> messages.sinkTo(new GraphSink(id)).uid("backtest-notices"),
                        messages -> messages.sinkTo(new GraphSink(id)).uid("backtest-sources")));
    }

    private Configuration configuration(Path temporary) throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(EngineOptions.KAFKA_BOOTSTRAP_SERVERS, "none:0");
        configuration.set(EngineOptions.CLOCK_UNTIL, settings.until().toString());
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
        configuration.set(StateBackendOptions.STATE_BACKEND, settings.state());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(
                CoreOptions.TMP_DIRS, Files.createDirectories(temporary).toString());
        Configuration complete = FlinkDefaults.complete(configuration);
        // A run that fails begins anew, so nothing need be kept on the way.
        complete.removeConfig(CheckpointingOptions.CHECKPOINTING_INTERVAL);
        return complete;
    }
}
