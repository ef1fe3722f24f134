package dev.forewarn.core.handling;

import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.WorkingDays;

/**
 * When the office is there.
 *
 * @param opensMs from local midnight, in ms, in [0, 24 h)
 * @param closesMs from local midnight, in ms, later than it opens and at most 24 h
 */
public record OfficeHours(LocalDays days, WorkingDays calendar, long opensMs, long closesMs) {

    public OfficeHours {
        if (opensMs < 0 || closesMs <= opensMs || closesMs > 86_400_000) {
            throw new IllegalArgumentException(
                    "an office opens before it closes, on one day; got " + opensMs + " and " + closesMs + " ms");
        }
    }

    /** The instant itself if the office is open, else when it next opens. In ms since 1970. */
    public long nextOpen(long instantMs) {
        int day = days.dayOf(instantMs);
        long inDayMs = instantMs - days.startOf(day);
        if (calendar.isWorked(day) && inDayMs < closesMs) {
            return Math.max(instantMs, days.startOf(day) + opensMs);
        }
        return days.startOf(calendar.plus(day, 1)) + opensMs;
    }

    /**
     * When a term that starts at an instant ends: working days end when the office closes on the last of them. In ms
     * since 1970.
     */
    public long due(long startMs, Term term) {
        if (term.workingDays() == 0) {
            return startMs + term.ms();
        }
        return days.startOf(calendar.plus(days.dayOf(startMs), term.workingDays())) + closesMs;
    }
}
