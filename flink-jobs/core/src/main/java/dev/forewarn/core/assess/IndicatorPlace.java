package dev.forewarn.core.assess;

import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.score.Combination;

/**
 * Where an indicator stands, and what it takes to score it.
 *
 * @param bit says of the type's rows whether the indicator's measure takes them; {@link Plan#ALWAYS} if any row of the
 *     type may matter
 * @param appliesBit says of the profile whether the indicator counts for the business, {@link Plan#ALWAYS} if it does
 */
record IndicatorPlace(
        int scheme,
        int position,
        Indicator indicator,
        ReadingSpec spec,
        Combination combination,
        int bit,
        int appliesBit) {}
