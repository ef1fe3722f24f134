package dev.forewarn.engine.job;

import dev.forewarn.engine.wire.Addressed;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Copies people's steps from the topic of those who may not write to the log into the log: a pipeline of its own inside
 * the job, without state of its own.
 */
final class Forwarder {

    private Forwarder() {}

    /** @param steps already stamped and addressed */
    static void define(StreamExecutionEnvironment env, Source<Addressed, ?, ?> steps, Sink<Addressed> sink) {
        env.fromSource(steps, WatermarkStrategy.noWatermarks(), "disposals")
                .uid(Uids.DISPOSAL_SOURCE)
                .setParallelism(1)
                .sinkTo(sink)
                .name("forwarded disposals")
                .uid(Uids.DISPOSAL_SINK)
                .setParallelism(1);
    }
}
