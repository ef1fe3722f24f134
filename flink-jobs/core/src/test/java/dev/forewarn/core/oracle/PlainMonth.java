package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.catalogue.Scheme;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one month.
 *
 * @param month {@code 12 × year + month − 1}
 * @param atMs when it ended, or when the platform's classes of it became known
 * @param standings of the domains that the entity stands in, in the catalogue's order
 * @param baseline whose class counts from now on
 * @param compared how they stand to the platform's; empty until those are known
 */
record PlainMonth(int month, long atMs, List<Line> standings, BaselineSource baseline, List<Compared> compared) {

    /**
     * A class of ours beside the platform's.
     *
     * @param difference by how many classes ours is worse; null where a class is not known
     * @param reason why they differ, empty if they do not
     */
    record Compared(
            String domain, String official, @Nullable Integer difference, String reason) {}

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
