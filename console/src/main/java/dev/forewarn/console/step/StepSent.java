package dev.forewarn.console.step;

import java.time.Instant;

/** A step that stands on the log; the engine answers with a new revision, or with a refusal. */
public record StepSent(String alertId, int revision, String step, Instant at) {}
