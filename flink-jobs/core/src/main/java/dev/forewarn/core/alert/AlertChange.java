package dev.forewarn.core.alert;

import dev.forewarn.core.handling.Disposal;
import org.jspecify.annotations.Nullable;

/**
 * A transition of an alert and why it came.
 *
 * @param after the alert after it
 * @param reason only where it was cleared
 * @param evidence what the alert rests on, or rested on when it closed
 * @param addressee who hears of a missed deadline, else empty
 * @param step what a person did; null if it was no person
 */
public record AlertChange(
        RuleTerms terms,
        AlertState after,
        Transition transition,
        Cause cause,
        @Nullable ClearReason reason,
        long atMs,
        Evidence evidence,
        String addressee,
        @Nullable Disposal step) {

    /** A transition that neither a person nor a deadline made. */
    AlertChange(
            RuleTerms terms,
            AlertState after,
            Transition transition,
            Cause cause,
            @Nullable ClearReason reason,
            long atMs,
            Evidence evidence) {
        this(terms, after, transition, cause, reason, atMs, evidence, "", null);
    }
}
