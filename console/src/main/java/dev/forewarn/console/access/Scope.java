package dev.forewarn.console.access;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What part of it all is somebody's to see. An empty set sets no bound.
 *
 * @param domains lines of supervision
 * @param divisions codes of divisions, each with all that lie within it: 3606 has 360602
 * @param grids grids or offices
 */
public record Scope(Set<String> domains, Set<String> divisions, Set<String> grids) {

    /** No bound at all. */
    public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of());

    public Scope {
        domains = Set.copyOf(domains);
        divisions = Set.copyOf(divisions);
        grids = Set.copyOf(grids);
    }

    /** Whether anything is not to be seen. */
    public boolean isBounded() {
        return !domains.isEmpty() || !divisions.isEmpty() || !grids.isEmpty();
    }

    /** Whether something of this domain may be seen. */
    public boolean seesDomain(String domain) {
        return domains.isEmpty() || domains.contains(domain);
    }

    /** Whether something with these properties is within it; what has no division or grid is in no bound of these. */
    public boolean sees(Collection<String> ofDomains, @Nullable String division, @Nullable String grid) {
        boolean isOfDomain = domains.isEmpty() || ofDomains.stream().anyMatch(domains::contains);
        boolean isOfDivision =
                divisions.isEmpty() || (division != null && divisions.stream().anyMatch(division::startsWith));
        boolean isOfGrid = grids.isEmpty() || (grid != null && grids.contains(grid));
        return isOfDomain && isOfDivision && isOfGrid;
    }
}
