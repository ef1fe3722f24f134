package dev.forewarn.cli.embedded;

import java.time.Instant;

/**
 * One failure of a running job, after which Flink started it again or gave it up.
 *
 * @param at when it failed, on the machine's clock
 * @param task the task that failed; empty if the job failed as a whole
 * @param reason the root cause in one line
 */
public record JobFailure(Instant at, String task, String reason) {}
