package dev.forewarn.engine.catalogue;

import dev.forewarn.core.alert.HandlingRules;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.handling.Deadlines;
import dev.forewarn.core.handling.OfficeHours;
import dev.forewarn.core.handling.Outcome;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.WorkingDays;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How people handle alerts, while a catalogue is read. What is not said is as {@link HandlingRules#none} has it. */
final class HandlingDraft {

    final Map<Level, Deadlines> byLevel = new EnumMap<>(Level.class);
    final List<Outcome> outcomes = new ArrayList<>();
    long opensMs = HandlingRules.OPENS_MS;
    long closesMs = HandlingRules.CLOSES_MS;
    long unhandledAfterMs;
    int suppressAtMostDays = HandlingRules.DEFAULT_SUPPRESS_DAYS;

    HandlingRules finish(LocalDays days, WorkingDays calendar) {
        return new HandlingRules(
                new OfficeHours(days, calendar, opensMs, closesMs),
                byLevel,
                unhandledAfterMs,
                suppressAtMostDays,
                outcomes);
    }
}
