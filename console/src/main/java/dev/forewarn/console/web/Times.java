package dev.forewarn.console.web;

import dev.forewarn.console.config.ConsoleSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants and days as the bureau reads them, in its own zone; in templates {@code times}. */
@Component
public class Times {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OF_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final ZoneId zone;
    private final Clock clock;

    Times(ConsoleSettings settings, Clock clock) {
        this.zone = settings.zone();
        this.clock = clock;
    }

    /** To the minute, with its date. */
    public String minute(@Nullable Instant instant) {
        return instant == null ? "" : MINUTE.format(instant.atZone(zone));
    }

    /** To the second, with its date. */
    public String second(@Nullable Instant instant) {
        return instant == null ? "" : SECOND.format(instant.atZone(zone));
    }

    /** As short as it can be told: the time of today, else the day of this year, else all. */
    public String brief(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        LocalDate day = instant.atZone(zone).toLocalDate();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (day.equals(today)) {
            return OF_DAY.format(instant.atZone(zone));
        }
        return (day.getYear() == today.getYear() ? OF_YEAR : MINUTE).format(instant.atZone(zone));
    }

    /** For machines: the page's own script counts down to it. */
    public String iso(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    public Instant now() {
        return clock.instant();
    }

    /** Name of the zone, as shown beside the clock. */
    public String zone() {
        return zone.getId();
    }
}
