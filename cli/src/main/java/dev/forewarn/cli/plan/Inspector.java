package dev.forewarn.cli.plan;

import java.util.Set;

/**
 * A person with an enforcement certificate who can be sent.
 *
 * @param domains lines of supervision; empty for all
 * @param divisions division codes, each with all below it; empty for all
 */
record Inspector(String id, String unit, Set<String> domains, Set<String> divisions) {

    Inspector {
        domains = Set.copyOf(domains);
        divisions = Set.copyOf(divisions);
    }

    /** Whether the person may visit a business, as far as domain and place go. */
    boolean covers(Business business) {
        boolean isOfDomain = domains.isEmpty() || business.domains().stream().anyMatch(domains::contains);
        boolean isOfPlace = divisions.isEmpty()
                || divisions.stream().anyMatch(division -> business.division().startsWith(division));
        return isOfDomain && isOfPlace;
    }
}
