package dev.forewarn.cli.plan;

import java.util.Set;

/**
 * Which businesses a rule is about; an empty set asks for nothing. Domain and class are asked of the same standing.
 *
 * @param kinds kinds of the profile, such as {@code self-employed}
 */
record Selector(Set<String> domains, Set<String> classes, Set<String> kinds) {

    static final Selector ALL = new Selector(Set.of(), Set.of(), Set.of());

    Selector {
        domains = Set.copyOf(domains);
        classes = Set.copyOf(classes);
        kinds = Set.copyOf(kinds);
    }

    boolean takes(Business business) {
        return (kinds.isEmpty() || kinds.contains(business.kind())) && hasStanding(business);
    }

    private boolean hasStanding(Business business) {
        if (domains.isEmpty()) {
            return classes.isEmpty() || classes.contains(business.headline());
        }
        return business.classes().entrySet().stream()
                .anyMatch(standing -> domains.contains(standing.getKey())
                        && (classes.isEmpty() || classes.contains(standing.getValue())));
    }
}
