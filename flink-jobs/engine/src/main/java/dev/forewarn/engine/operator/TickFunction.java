package dev.forewarn.engine.operator;

import dev.forewarn.engine.wire.Addressed;
import dev.forewarn.engine.wire.TickEncoding;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Turns an instant into a tick for every partition of the log.
 *
 * <ul>
 *   <li>Key: none.
 *   <li>State: none.
 *   <li>Timers: none.
 *   <li>Order: as it comes.
 *   <li>Emits: one record per instant and partition.
 * </ul>
 */
public final class TickFunction implements FlatMapFunction<Long, Addressed> {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final int partitions;

    /** @param partitions number of partitions of the log, at least 1 */
    public TickFunction(String topic, int partitions) {
        this.topic = topic;
        this.partitions = partitions;
    }

    @Override
    public void flatMap(Long atMs, Collector<Addressed> out) {
        byte[] tick = TickEncoding.encode(atMs);
        for (int partition = 0; partition < partitions; partition++) {
            out.collect(new Addressed(topic, partition, null, tick));
        }
    }
}
