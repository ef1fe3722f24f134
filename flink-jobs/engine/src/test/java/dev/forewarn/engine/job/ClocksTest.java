package dev.forewarn.engine.job;

import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.flink.util.clock.SystemClock;
import org.junit.jupiter.api.Test;

class ClocksTest {

    private static final long NOON = at("2026-03-10T12:00");

    private final List<Long> watermarks = new ArrayList<>();
    private final WatermarkOutput output = new FakeOutput();

    @Test
    void theClockFollowsTheNewestStampLessTheDisorder() {
        WatermarkGenerator<LogRecord> clock = clock(Duration.ofSeconds(1));
        clock.onPeriodicEmit(output);
        clock.onEvent(event(NOON), 0, output);
        clock.onEvent(event(NOON - 500), 0, output);
        clock.onPeriodicEmit(output);
        clock.onEvent(Messages.tick(NOON + 10_000), 0, output);
        clock.onPeriodicEmit(output);
        assertThat(watermarks).containsExactly(NOON - 1_000, NOON + 9_000);
    }

    @Test
    void aRejectNeverMovesTheClock() {
        WatermarkGenerator<LogRecord> clock = clock(Duration.ZERO);
        byte[] ahead = Messages.penalty(ENTITY, NOON + 300_001);
        clock.onEvent(Messages.onLog(ENTITY, NOON, ahead), 0, output);
        clock.onEvent(Messages.onLog("another", NOON, Messages.penalty(ENTITY, NOON)), 0, output);
        clock.onPeriodicEmit(output);
        assertThat(watermarks).isEmpty();
        clock.onEvent(event(NOON), 0, output);
        clock.onPeriodicEmit(output);
        assertThat(watermarks).containsExactly(NOON);
    }

    /** What is wrong with a body is found by the entity, when its stamp has been seen; the envelope bounds it. */
    @Test
    void anEventWithABrokenBodyMovesTheClockByItsStamp() {
        WatermarkGenerator<LogRecord> clock = clock(Duration.ZERO);
        byte[] broken = Messages.event(ENTITY, NOON, event -> event.setSource(""));
        clock.onEvent(Messages.onLog(ENTITY, NOON - 300_000, broken), 0, output);
        clock.onPeriodicEmit(output);
        assertThat(watermarks).containsExactly(NOON);
    }

    @Test
    void aControlStreamStandsAtTheEndOfTimeWithoutAWord() {
        WatermarkGenerator<String> clock = generator(Clocks.ofControl());
        clock.onPeriodicEmit(output);
        assertThat(watermarks).containsExactly(Long.MAX_VALUE);
    }

    private static LogRecord event(long recordedAtMs) {
        return Messages.onLog(ENTITY, recordedAtMs, Messages.penalty(ENTITY, recordedAtMs));
    }

    private static WatermarkGenerator<LogRecord> clock(Duration disorder) {
        return generator(Clocks.ofLog(disorder));
    }

    private static <T> WatermarkGenerator<T> generator(WatermarkStrategy<T> strategy) {
        return strategy.createWatermarkGenerator(
                new org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier.Context() {
                    @Override
                    public MetricGroup getMetricGroup() {
                        return new UnregisteredMetricsGroup();
                    }

                    @Override
                    public RelativeClock getInputActivityClock() {
                        return SystemClock.getInstance();
                    }
                });
    }

    private final class FakeOutput implements WatermarkOutput {

        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            throw new AssertionError("no input is ever idle");
        }

        @Override
        public void markActive() {}
    }
}
