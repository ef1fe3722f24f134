package dev.forewarn.core.alert;

import org.jspecify.annotations.Nullable;

/**
 * A transition of an alert and why it came.
 *
 * @param after the alert after it
 * @param reason only where it was cleared
 * @param evidence what the alert rests on, or rested on when it closed
 */
public record AlertChange(
        RuleTerms terms,
        AlertState after,
        Transition transition,
        Cause cause,
        @Nullable ClearReason reason,
        long atMs,
        Evidence evidence) {}
