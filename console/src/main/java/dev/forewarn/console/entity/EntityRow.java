package dev.forewarn.console.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A business as a line of a list. */
public record EntityRow(
        String entityId,
        @Nullable String entityName,
        @Nullable String entityKind,
        @Nullable String status,
        @Nullable String division,
        @Nullable String grid,
        String headlineClass,
        Instant assessedAt) {}
