package dev.forewarn.console.message;

import java.time.Instant;

/** One fact that was counted, by the names under which its source knows it. */
public record Evidence(
        String type, String source, String recordKey, int revision, Instant occurredAt, Instant recordedAt) {}
