package dev.forewarn.console.message;

import java.time.Instant;

/** What a person did. */
public record StepTaken(
        String step, String actorIdHash, String actorUnit, String actorRole, String comment, Instant at) {}
