package dev.forewarn.engine.job;

import dev.forewarn.engine.config.EngineConfig;
import dev.forewarn.engine.operator.TickFunction;
import dev.forewarn.engine.wire.Addressed;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Writes the time into the log: a pipeline of its own inside the job, and the only place that reads the wall clock. It
 * has no state that matters: after a restart it says what time it is.
 */
final class Ticker {

    private Ticker() {}

    /** @param partitions number of partitions of the log, at least 1 */
    static void define(StreamExecutionEnvironment env, EngineConfig config, int partitions, Sink<Addressed> sink) {
        Duration interval = config.clock().tickInterval();
        DataGeneratorSource<Long> instants = new DataGeneratorSource<>(
                number -> System.currentTimeMillis(),
                Long.MAX_VALUE,
                RateLimiterStrategy.perSecond(1000.0 / interval.toMillis()),
                Types.LONG);
        env.fromSource(instants, WatermarkStrategy.noWatermarks(), "wall clock")
                .uid(Uids.TICK_SOURCE)
                .setParallelism(1)
                .flatMap(
                        new TickFunction(config.kafka().topics().events(), partitions),
                        TypeInformation.of(Addressed.class))
                .name("tick")
                .uid(Uids.TICK_SPREAD)
                .setParallelism(1)
                .sinkTo(sink)
                .name("ticks")
                .uid(Uids.TICK_SINK)
                .setParallelism(1);
    }
}
