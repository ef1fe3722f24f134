package dev.forewarn.core.assess;

import org.jspecify.annotations.Nullable;

/**
 * Where an entity stands in one domain, in words.
 *
 * @param score in [0, scale]
 * @param label class by score
 * @param fusedLabel class after fusion with the general scheme
 * @param baseline class of the last monthly classification, null before the first
 * @param fusionMode how the two became one
 */
public record DomainStanding(
        String domain,
        int score,
        int scale,
        String label,
        String fusedLabel,
        @Nullable String baseline,
        String fusionMode) {}
