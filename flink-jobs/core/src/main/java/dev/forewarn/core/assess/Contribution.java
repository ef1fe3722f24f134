package dev.forewarn.core.assess;

import dev.forewarn.core.alert.Evidence;
import dev.forewarn.core.indicator.Indicator;

/**
 * What one indicator adds to the score of its scheme.
 *
 * @param value the reading scaled by 10⁻⁴, or {@link dev.forewarn.core.time.Exact#ABSENT}
 * @param points the points that it earned, before they were combined
 * @param part its part of the score; the parts of a scheme add up to the score exactly
 * @param dropsOn the next day on which time alone changes it, or {@link dev.forewarn.core.time.Horizon#NEVER}
 */
public record Contribution(
        String domain, Indicator indicator, long value, int points, int part, int dropsOn, Evidence evidence) {}
