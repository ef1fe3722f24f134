package dev.forewarn.console;

import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.config.ConsoleSettings.ClockMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/** Settings of a console without a broker. */
public final class TestSettings {

    private TestSettings() {}

    public static ConsoleSettings of(String salt) {
        Duration day = Duration.ofDays(1);
        return new ConsoleSettings(
                "none:1",
                "t.",
                Path.of("unused"),
                ZoneId.of("Asia/Shanghai"),
                ClockMode.WALL,
                100,
                salt,
                new ConsoleSettings.Retention(day, day, day, day));
    }
}
