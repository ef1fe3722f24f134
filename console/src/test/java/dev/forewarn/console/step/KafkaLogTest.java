package dev.forewarn.console.step;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.avro.Event;
import dev.forewarn.console.Samples;
import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.config.ConsoleSettings.ClockMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaLogTest {

    @Test
    @Timeout(30)
    void manyEventsWaitNoLongerThanOneForABrokerThatIsAway() {
        Duration day = Duration.ofDays(1);
        KafkaLog log = new KafkaLog(new ConsoleSettings(
                "127.0.0.1:1",
                "t.",
                Path.of("unused"),
                ZoneOffset.UTC,
                ClockMode.WALL,
                100,
                "salt",
                new ConsoleSettings.Retention(day, day, day, day)));
        List<Event> many =
                Collections.nCopies(100, Samples.event("E-a", "INS-1").build());
        try {
            assertThatThrownBy(() -> log.write(many)).isInstanceOf(StepRefused.class);
        } finally {
            log.close();
        }
    }
}
