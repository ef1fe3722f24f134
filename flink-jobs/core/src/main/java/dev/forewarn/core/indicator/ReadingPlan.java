package dev.forewarn.core.indicator;

import org.jspecify.annotations.Nullable;

/**
 * A reading of a measure with its places looked up.
 *
 * @param part the measure of a ratio's numerator, else null
 */
public record ReadingPlan(
        ReadingSpec spec, MeasurePlan measure, @Nullable MeasurePlan part) {}
