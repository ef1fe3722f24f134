package dev.forewarn.engine.operator;

import static dev.forewarn.engine.timeline.Messages.ENTITY;
import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class IntakeFunctionTest {

    private static final long NOON = at("2026-03-10T12:00");

    @Test
    void eventsGoOnTicksEndHereAndEachRejectGoesToTheSide() throws Exception {
        LogRecord event = Messages.onLog(ENTITY, NOON, Messages.penalty(ENTITY, NOON));
        LogRecord reject = Messages.onLog(ENTITY, NOON, new byte[] {1, 2, 3});
        try (var harness = ProcessFunctionTestHarnesses.forProcessFunction(new IntakeFunction())) {
            harness.processElement(event, NOON);
            harness.processElement(Messages.tick(NOON), NOON);
            harness.processElement(reject, 0);
            assertThat(harness.extractOutputValues())
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactly(event);
            assertThat(harness.getSideOutput(IntakeFunction.REJECTS))
                    .extracting(StreamRecord::getValue)
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactly(Outbound.of(Outbound.Channel.REJECTS, "3-42", reject.bytes()));
        }
    }
}
