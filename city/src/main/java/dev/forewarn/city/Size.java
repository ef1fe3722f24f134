package dev.forewarn.city;

import java.util.Locale;

/**
 * The size of a business, with its share and how much more of what the public says and devices come to it: proposed.
 */
enum Size {
    MICRO(0, 0.70, 0.5),
    SMALL(1, 0.24, 1),
    MEDIUM(2, 0.05, 4),
    LARGE(3, 0.01, 15);

    private final String wire = name().toLowerCase(Locale.ROOT);
    private final int rank;
    private final double share;
    private final double publicity;

    Size(int rank, double share, double publicity) {
        this.rank = rank;
        this.share = share;
        this.publicity = publicity;
    }

    /** How a profile says it. */
    String wire() {
        return wire;
    }

    /** From 0 for the smallest. */
    int rank() {
        return rank;
    }

    double share() {
        return share;
    }

    /** Complaints, tip-offs and opinion in proportion to this. */
    double publicity() {
        return publicity;
    }
}
