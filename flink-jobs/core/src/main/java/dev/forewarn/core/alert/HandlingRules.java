package dev.forewarn.core.alert;

import dev.forewarn.core.handling.Deadlines;
import dev.forewarn.core.handling.OfficeHours;
import dev.forewarn.core.handling.Outcome;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.WorkingDays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How people handle alerts.
 *
 * @param byLevel deadlines of alerts whose rule sets none; a level that is not named has none
 * @param unhandledAfterMs an alert that nobody has taken up closes after this time, in ms; 0: never
 * @param suppressAtMostDays how long a suppression may last, in days, at least 1
 * @param outcomes what people may find, each id once
 */
public record HandlingRules(
        OfficeHours office,
        Map<Level, Deadlines> byLevel,
        long unhandledAfterMs,
        int suppressAtMostDays,
        List<Outcome> outcomes) {

    /** How long a suppression may last where a catalogue says nothing (section 5.5 of the field report). */
    public static final int DEFAULT_SUPPRESS_DAYS = 90;

    /** When an office opens where a catalogue says nothing, from local midnight, in ms. */
    public static final long OPENS_MS = 9 * 3_600_000;
    /** When it closes. */
    public static final long CLOSES_MS = 18 * 3_600_000;

    public HandlingRules {
        byLevel = Map.copyOf(byLevel);
        outcomes = List.copyOf(outcomes);
    }

    /** No deadlines, no outcomes; an office from nine to six, Monday to Friday. */
    public static HandlingRules none(LocalDays days) {
        OfficeHours office = new OfficeHours(days, WorkingDays.WEEKDAYS, OPENS_MS, CLOSES_MS);
        return new HandlingRules(office, Map.of(), 0, DEFAULT_SUPPRESS_DAYS, List.of());
    }

    /** The deadlines of an alert: those of its rule, else those of its level. */
    public Deadlines deadlines(@Nullable RuleTerms terms, Level level) {
        Deadlines own = terms == null ? null : terms.deadlines();
        return own != null ? own : byLevel.getOrDefault(level, Deadlines.NONE);
    }

    /** The outcome of an id; null if there is none. */
    public @Nullable Outcome outcome(String id) {
        return outcomes.stream()
                .filter(outcome -> outcome.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
