package dev.forewarn.console.step;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that somebody wants to take.
 *
 * @param revision of the alert that the person saw, at least 1
 * @param step its name, as in messages
 * @param comment at most 2,000 characters; empty if none
 * @param outcome out of the catalogue's list; empty if none
 * @param caseNumber empty if none
 * @param toUnit unit that it is given to; empty if none
 * @param until end of a suppression, or a new deadline; null if none
 */
public record StepRequest(
        int revision,
        String step,
        @Nullable String comment,
        @Nullable String outcome,
        @Nullable String caseNumber,
        @Nullable String toUnit,
        @Nullable Instant until) {}
