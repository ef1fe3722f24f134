package dev.forewarn.cli.plan;

/**
 * With what chance a business is visited, and why.
 *
 * @param riskClass the class that decides: that of the domain with the highest ratio
 * @param stratum what is drawn from together: the class, with the domain if that has ratios of its own
 * @param reason the rule's name; empty for the draw
 * @param ratio probability that the rules ask for, in millionths, in [0, 1,000,000]
 * @param least below which no number of visits presses it, in millionths
 */
record Chance(Basis basis, String riskClass, String stratum, String reason, int ratio, int least) {

    /** The probability of what is certain, in millionths. */
    static final int CERTAIN = 1_000_000;

    /** On what ground a business is visited or not; the names stand in files. */
    enum Basis {
        /** By the lot. */
        DRAW("draw"),
        /** Since a statutory visit is due. */
        FLOOR("floor"),
        /** As an object of key supervision whose visit is due. */
        KEY("key"),
        /** Not this month: an object of key supervision whose visit is not due. */
        KEY_LATER("key-later"),
        /** Not any more this year: it has been visited as often as is allowed. */
        CAPPED("capped");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** Whether the visit takes place whatever the lot says. */
        boolean isCertain() {
            return this == FLOOR || this == KEY;
        }
    }
}
