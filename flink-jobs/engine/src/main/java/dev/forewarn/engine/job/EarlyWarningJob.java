package dev.forewarn.engine.job;

import dev.forewarn.engine.catalogue.BundleCompiler;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.EngineConfig;
import dev.forewarn.engine.config.FlinkDefaults;
import dev.forewarn.engine.operator.CatalogueCompiler;
import dev.forewarn.engine.operator.RouteFunction;
import dev.forewarn.engine.wire.Addressed;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job on Kafka: reads settings, makes sources and sinks, draws the graph, submits it. */
public final class EarlyWarningJob {

    /** Name of the job in Flink. */
    public static final String NAME = "forewarn";

    private EarlyWarningJob() {}

    /**
     * Draws the whole job on Kafka.
     *
     * @param submitted text of the catalogue bundle for empty state
     * @throws IllegalArgumentException if the bundle is not sound
     * @throws IllegalStateException if the log does not exist
     */
    public static void define(
            StreamExecutionEnvironment env, EngineConfig config, String submitted, CatalogueCompiler compiler) {
        KafkaEnds kafka = new KafkaEnds(config.kafka());
        int partitions = LogPartitions.count(config.kafka());
        DataStream<LogRecord> log = env.fromSource(
                        kafka.log(), Clocks.ofLog(config.clock().disorder()), "log")
                .uid(Uids.LOG_SOURCE)
                .setParallelism(Math.min(partitions, env.getParallelism()));
        DataStream<CatalogueRecord> catalogues = env.fromSource(
                        kafka.catalogue(), WatermarkStrategy.noWatermarks(), "catalogues")
                .uid(Uids.CATALOGUE_SOURCE)
                .setParallelism(1);
        EarlyWarningGraph.define(
                config,
                new EarlyWarningGraph.Inputs(log, catalogues, new KafkaBacklog(config.kafka()), submitted, compiler),
                new EarlyWarningGraph.Outputs(
                        results -> route(results, config, Uids.RESULT_ROUTES)
                                .sinkTo(kafka.outputs("results"))
                                .name("results")
                                .uid(Uids.RESULT_SINK),
                        notices -> route(notices, config, Uids.REJECT_ROUTES)
                                .sinkTo(kafka.outputs("rejects"))
                                .name("rejects")
                                .uid(Uids.REJECT_SINK),
                        sources -> route(sources, config, Uids.SOURCE_ROUTES)
                                .sinkTo(kafka.toLog())
                                .name("source news")
                                .uid(Uids.SOURCE_SINK)));
        boolean isWall = config.clock().mode() == ClockMode.WALL;
        if (isWall) {
            Ticker.define(env, config, partitions, kafka.toLog());
        }
        Forwarder.define(env, kafka.disposals(isWall), kafka.toLog());
    }

    /**
     * Submits the job to a cluster: {@code flink run … forewarn-job.jar --catalogue DIR [--settings FILE]
     * [--forewarn.clock.mode EVENTS …]}. Settings that are not given may stand in Flink's own configuration.
     */
    public static void main(String[] args) throws Exception {
        JobArguments arguments = JobArguments.parse(args);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(arguments.settings()));
        Configuration complete = FlinkDefaults.complete(
                Configuration.fromMap(env.getConfiguration().toMap()));
        env.configure(complete);
        define(env, EngineConfig.of(complete), arguments.bundle(), new BundleCompiler());
        env.execute(NAME);
    }

    private static DataStream<Addressed> route(DataStream<Outbound> messages, EngineConfig config, String uid) {
        return messages.flatMap(
                        new RouteFunction(
                                config.kafka().topics(), config.kafka().domainTopics()),
                        TypeInformation.of(Addressed.class))
                .name("route")
                .uid(uid);
    }
}
