package dev.forewarn.cli.plan;

import dev.forewarn.cli.plan.Chance.Basis;

/**
 * A business of a kept draw.
 *
 * @param probability in millionths, in [0, 1,000,000]
 * @param isSelected whether the plan visits it
 */
record PlannedVisit(String entityId, String name, String riskClass, Basis basis, int probability, boolean isSelected) {

    /** Whether the lot could have chosen it, so that what it shows stands for others too. */
    boolean isOfDraw() {
        return basis == Basis.DRAW && probability > 0;
    }

    /** The basis of a word in a file. */
    static Basis basisOf(String word) {
        for (Basis basis : Basis.values()) {
            if (basis.word().equals(word)) {
                return basis;
            }
        }
        throw new IllegalArgumentException("a basis is draw, floor, key, key-later or capped; got '" + word + "'");
    }
}
