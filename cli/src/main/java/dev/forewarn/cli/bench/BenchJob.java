package dev.forewarn.cli.bench;

import dev.forewarn.engine.catalogue.BundleCompiler;
import dev.forewarn.engine.config.EngineConfig;
import dev.forewarn.engine.config.EngineOptions;
import dev.forewarn.engine.config.FlinkDefaults;
import dev.forewarn.engine.job.Clocks;
import dev.forewarn.engine.job.EarlyWarningGraph;
import dev.forewarn.engine.operator.CatalogueBacklog;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.LogRecord;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Jobs over a {@link BenchEvents}, with the settings of production and checkpoints in a folder. */
final class BenchJob {

    private BenchJob() {}

    static StreamExecutionEnvironment environment(int parallelism, Path folder) {
        Configuration settings = new Configuration();
        settings.set(EngineOptions.KAFKA_BOOTSTRAP_SERVERS, "none:0");
        // A catalogue takes effect when its own header says, and at no later instant.
        settings.set(EngineOptions.CATALOGUE_LEAD, Duration.ZERO);
        settings.set(EngineOptions.CLOCK_DISORDER, Duration.ZERO);
        settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        // A benchmark that fails says so, and does not begin again.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toString());
        return StreamExecutionEnvironment.getExecutionEnvironment(FlinkDefaults.complete(settings));
    }

    static DataStream<LogRecord> log(StreamExecutionEnvironment env, BenchEvents events, long count) {
        return env.fromSource(
                        new DataGeneratorSource<>(
                                events, count, RateLimiterStrategy.noOp(), TypeInformation.of(LogRecord.class)),
                        Clocks.ofLog(Duration.ZERO),
                        "generated log")
                .uid("bench-log")
                .setParallelism(1);
    }

    /** The graph of production, to which one catalogue is published, and the verdict on it. */
    static void engine(
            StreamExecutionEnvironment env,
            DataStream<LogRecord> log,
            String submitted,
            GeneratorFunction<Long, CatalogueRecord> catalogues,
            int runId) {
        DataStream<CatalogueRecord> published = env.fromSource(
                        new DataGeneratorSource<>(
                                catalogues, 2, RateLimiterStrategy.noOp(), TypeInformation.of(CatalogueRecord.class)),
                        WatermarkStrategy.noWatermarks(),
                        "generated catalogues")
                .uid("bench-catalogues")
                .setParallelism(1);
        EarlyWarningGraph.define(
                EngineConfig.of(env.getConfiguration()),
                new EarlyWarningGraph.Inputs(log, published, CatalogueBacklog.NONE, submitted, new BundleCompiler()),
                new EarlyWarningGraph.Outputs(
                        results -> results.sinkTo(new BenchSink(runId)).uid("bench-results"),
                        notices -> notices.sinkTo(new BenchSink(runId)).uid("bench-notices"),
                        sources -> sources.sinkTo(new BenchSink(runId)).uid("bench-sources")));
    }

    /** The same without any sense: one value is read and another of its size written for each event. */
    static void opaque(StreamExecutionEnvironment env, DataStream<LogRecord> log, OpaqueFunction function, int runId) {
        log.keyBy(LogRecord::entityId, Types.STRING)
                .process(function)
                .name("get and put")
                .uid("bench-opaque")
                .sinkTo(new BenchSink(runId))
                .uid("bench-results");
    }
}
