package dev.forewarn.console.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a business stands in one domain.
 *
 * @param schemeClass class from score and direct rules
 * @param fusedClass class after fusion with the general scheme
 * @param baselineClass class of the last monthly classification; null before the first
 * @param scoreClass class from the score alone
 * @param monthEndClass fused class at the end of the month if nothing happens
 */
public record Standing(
        String domain,
        String scheme,
        int score,
        int scale,
        @JsonProperty("class") String schemeClass,
        String fusedClass,
        @Nullable String baselineClass,
        String fusionMode,
        @Nullable String scoreClass,
        Map<String, String> fusedByMode,
        @Nullable String monthEndClass) {}
