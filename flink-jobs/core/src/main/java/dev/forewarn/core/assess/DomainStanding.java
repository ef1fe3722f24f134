package dev.forewarn.core.assess;

import dev.forewarn.core.fusion.FusionMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity stands in one domain, in words.
 *
 * @param score in [0, scale]
 * @param scoreLabel class by score alone
 * @param label class after direct rules
 * @param fusedLabel class after fusion with the general scheme
 * @param baseline class of the last monthly classification, null before the first
 * @param fusionMode how the two became one
 * @param fusedByMode what the fused class would be under each mode that fits the scheme's classes
 */
public record DomainStanding(
        String domain,
        int score,
        int scale,
        String scoreLabel,
        String label,
        String fusedLabel,
        @Nullable String baseline,
        FusionMode fusionMode,
        Map<FusionMode, String> fusedByMode) {

    public DomainStanding {
        fusedByMode = Map.copyOf(fusedByMode);
    }
}
