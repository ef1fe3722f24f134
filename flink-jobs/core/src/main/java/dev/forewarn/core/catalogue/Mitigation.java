package dev.forewarn.core.catalogue;

import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.time.Exact;

/**
 * Something that speaks for a business: takes points off its score while its reading is above zero.
 *
 * @param id unique among the indicators and mitigations of its scheme
 * @param reading position of the reading in the catalogue
 * @param share part of the score that it takes off, scaled by 10⁻⁴, in [0, 1]
 * @param points points that it takes off beside, at least 0
 * @param floor the score below which it takes nothing off
 * @param basis legal or technical ground; may be empty
 */
public record Mitigation(
        String id, Label name, String group, int reading, long share, int points, int floor, String basis) {

    /** The points that it takes off a score, in [0, score]. */
    public int cut(int score) {
        long wanted = Exact.round(score * share) + points;
        return (int) Math.max(0, Math.min(wanted, score - floor));
    }
}
