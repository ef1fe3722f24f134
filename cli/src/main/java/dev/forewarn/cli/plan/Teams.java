package dev.forewarn.cli.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws the two inspectors of a visit: of those who cover the business and need not stand back from it (回避), the two
 * with the lowest numbers.
 */
final class Teams {

    private static final int SIZE = 2;

    private final List<Inspector> inspectors;
    private final Map<String, Set<String>> avoided;
    private final Lot lot;

    /** @param avoided the businesses from which an inspector stands back, by the inspector's id */
    Teams(List<Inspector> inspectors, Map<String, Set<String>> avoided, Lot lot) {
        this.inspectors = List.copyOf(inspectors);
        this.avoided = Map.copyOf(avoided);
        this.lot = lot;
    }

    /**
     * Who goes.
     *
     * @param members two; none if there are not two to choose from
     * @param note why there is no team; empty if there is one
     */
    record Team(List<Inspector> members, String note) {

        static final Team NONE = new Team(List.of(), "");

        Team {
            members = List.copyOf(members);
        }
    }

    /** The team for one business. */
    Team of(Business business) {
        List<Inspector> covering = inspectors.stream()
                .filter(inspector -> inspector.covers(business))
                .toList();
        List<Inspector> free = covering.stream()
                .filter(inspector ->
                        !avoided.getOrDefault(inspector.id(), Set.of()).contains(business.entityId()))
                .sorted(Comparator.comparingLong((Inspector inspector) -> lot.of(business, inspector))
                        .thenComparing(Inspector::id))
                .toList();
        if (free.size() >= SIZE) {
            return new Team(free.subList(0, SIZE), "");
        }
        String place = business.division().isEmpty() ? "no division" : "division " + business.division();
        return new Team(
                List.of(),
                "no team: " + covering.size() + " of " + inspectors.size() + " inspectors cover "
                        + String.join(", ", business.domains()) + " in " + place + ", "
                        + (covering.size() - free.size()) + " of them stand back");
    }
}
