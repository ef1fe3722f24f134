package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.Scheme;
import java.util.List;

/**
 * The classes of one month.
 *
 * @param month {@code 12 × year + month − 1}
 * @param standings of the domains that the entity stands in, in the catalogue's order
 */
record PlainMonth(int month, long atMs, List<Line> standings) {

    /** @param before the class of the month before, empty if there is none */
    record Line(Scheme scheme, PlainStanding standing, String before) {
        String fusedLabel() {
            return scheme.bands().label(standing.fusedRank());
        }

        boolean isWorseThan(String label) {
            int rank = scheme.bands().labels().indexOf(label);
            return rank >= 0 && standing.fusedRank() > rank;
        }
    }
}
