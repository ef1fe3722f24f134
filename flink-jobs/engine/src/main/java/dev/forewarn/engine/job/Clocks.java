package dev.forewarn.engine.job;

import dev.forewarn.engine.wire.LogRecord;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** What moves event time. No input is ever idle: a partition that is silent holds the clock until its next Tick. */
public final class Clocks {

    private Clocks() {}

    /**
     * The clock of the log, per partition: the newest stamp that was accepted, less the disorder that is expected. A
     * record with the very stamp of the watermark is not late, since an entity's due work comes before an event of the
     * same instant.
     */
    public static WatermarkStrategy<LogRecord> ofLog(Duration disorder) {
        long disorderMs = disorder.toMillis();
        return WatermarkStrategy.<LogRecord>forGenerator(context -> new LogClock(disorderMs))
                .withTimestampAssigner((record, timestamp) -> record.recordedAtMs());
    }

    /**
     * The clock of a control stream: always at the end of time. An operator's clock is the slowest of its inputs, so a
     * catalogue stream that is silent for a week would otherwise stop every wake-up for a week.
     */
    public static <T> WatermarkStrategy<T> ofControl() {
        return WatermarkStrategy.forGenerator(context -> new EndOfTime<>());
    }

    private static final class LogClock implements WatermarkGenerator<LogRecord> {

        private final long disorderMs;
        private long newestMs = Long.MIN_VALUE;

        LogClock(long disorderMs) {
            this.disorderMs = disorderMs;
        }

        @Override
        public void onEvent(LogRecord record, long timestamp, WatermarkOutput output) {
            if (record.isAccepted() && record.recordedAtMs() > newestMs) {
                newestMs = record.recordedAtMs();
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            if (newestMs != Long.MIN_VALUE) {
                output.emitWatermark(new Watermark(newestMs - disorderMs));
            }
        }
    }

    private static final class EndOfTime<T> implements WatermarkGenerator<T> {

        @Override
        public void onEvent(T event, long timestamp, WatermarkOutput output) {}

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(Watermark.MAX_WATERMARK);
        }
    }
}
