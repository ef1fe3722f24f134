package dev.forewarn.core.assess;

import dev.forewarn.core.alert.Evidence;
import dev.forewarn.core.indicator.Label;

/**
 * What one indicator adds to the score of its scheme, or one mitigation takes off it.
 *
 * @param id of the indicator or mitigation
 * @param group heading under which it is summed, empty if none
 * @param value the reading scaled by 10⁻⁴, or {@link dev.forewarn.core.time.Exact#ABSENT}
 * @param points the points that it earned, before they were combined; negative for a mitigation
 * @param part its part of the score, negative for a mitigation; the parts of a scheme add up to the score exactly
 * @param dropsOn the next day on which time alone changes it, or {@link dev.forewarn.core.time.Horizon#NEVER}
 */
public record Contribution(
        String domain,
        String id,
        Label name,
        String group,
        long value,
        int points,
        int part,
        int dropsOn,
        Evidence evidence) {}
