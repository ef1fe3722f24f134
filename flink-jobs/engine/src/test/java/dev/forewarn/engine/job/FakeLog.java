package dev.forewarn.engine.job;

import dev.forewarn.engine.wire.LogRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A log of one partition in the memory of this process, read from the start or from a checkpoint. */
final class FakeLog implements GeneratorFunction<Long, LogRecord> {

    private static final long serialVersionUID = 1L;
    private static final Map<Integer, List<LogRecord>> KEPT = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final int number = NEXT.getAndIncrement();

    FakeLog(List<LogRecord> records) {
        KEPT.put(number, List.copyOf(records));
    }

    @Override
    public LogRecord map(Long index) {
        return records().get(Math.toIntExact(index));
    }

    private List<LogRecord> records() {
        return KEPT.getOrDefault(number, List.of());
    }

    /** Reads with the clock that the job has in production. */
    DataStream<LogRecord> readBy(StreamExecutionEnvironment env, RateLimiterStrategy<?> pace) {
        return readBy(env, pace, Clocks.ofLog(Duration.ZERO));
    }

    /** Reads with the same clock, but tells the time after each record and not every few milliseconds. */
    DataStream<LogRecord> readPunctuallyBy(StreamExecutionEnvironment env) {
        WatermarkStrategy<LogRecord> clock = Clocks.ofLog(Duration.ZERO);
        return readBy(
                env,
                RateLimiterStrategy.noOp(),
                WatermarkStrategy.<LogRecord>forGenerator(
                                context -> new Punctual(clock.createWatermarkGenerator(context)))
                        .withTimestampAssigner((record, timestamp) -> record.recordedAtMs()));
    }

    private DataStream<LogRecord> readBy(
            StreamExecutionEnvironment env, RateLimiterStrategy<?> pace, WatermarkStrategy<LogRecord> clock) {
        DataGeneratorSource<LogRecord> source =
                new DataGeneratorSource<>(this, records().size(), pace, TypeInformation.of(LogRecord.class));
        return env.fromSource(source, clock, "log").uid("test-log").setParallelism(1);
    }

    private record Punctual(WatermarkGenerator<LogRecord> clock) implements WatermarkGenerator<LogRecord> {

        @Override
        public void onEvent(LogRecord record, long timestamp, WatermarkOutput output) {
            clock.onEvent(record, timestamp, output);
            clock.onPeriodicEmit(output);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }
}
