package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.Scheme;
import java.util.List;
import java.util.Map;

/**
 * The classes of one month.
 *
 * @param month {@code 12 × year + month − 1}
 * @param standings of the domains that the entity stands in, in the catalogue's order
 */
record PlainMonth(int month, long atMs, List<Line> standings) {

    /**
     * One domain.
     *
     * @param before the class that it was measured against, empty if there is none
     * @param parts what made up the score, by indicator and mitigation
     */
    record Line(Scheme scheme, PlainStanding standing, String before, Map<String, Integer> parts) {
        String fusedLabel() {
            return scheme.bands().label(standing.fusedRank());
        }

        boolean isWorseThan(String label) {
            int rank = scheme.bands().labels().indexOf(label);
            return rank >= 0 && standing.fusedRank() > rank;
        }
    }
}
