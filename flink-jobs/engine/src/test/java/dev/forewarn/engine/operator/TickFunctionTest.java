package dev.forewarn.engine.operator;

import static dev.forewarn.engine.timeline.Messages.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.Addressed;
import dev.forewarn.engine.wire.LogReading;
import dev.forewarn.engine.wire.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;

class TickFunctionTest {

    private static final long NOON = at("2026-03-10T12:00");

    @Test
    void everyPartitionIsToldTheTimeInWordsThatTheSourceUnderstands() {
        List<Addressed> sent = new ArrayList<>();
        new TickFunction(Messages.TOPIC, 3).flatMap(NOON, new ListCollector<>(sent));
        assertThat(sent).extracting(Addressed::partition).containsExactly(0, 1, 2);
        assertThat(sent).allSatisfy(tick -> {
            assertThat(tick.topic()).isEqualTo(Messages.TOPIC);
            assertThat(tick.key()).isNull();
            LogRecord read = LogReading.read(Messages.from("", NOON), tick.value());
            assertThat(read.kind()).isEqualTo(LogRecord.Kind.TICK);
            assertThat(read.recordedAtMs()).isEqualTo(NOON);
        });
    }
}
