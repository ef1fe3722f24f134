package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.DirectRule;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactBook;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for what would bring a better class today: first one measure whose facts would no longer count, and where none
 * suffices, the fewest of the strongest together. What a business is does not count: it cannot be mended.
 */
final class WaysDown {

    /** Measures that are tried for one domain. */
    private static final int MOST_TRIED = 8;

    /** Ways that are told for one domain. */
    private static final int MOST_TOLD = 3;

    private final Plan plan;
    private final DayAssessment today;
    private final DayAssessment other;
    private final FactBook book;

    /** @param other scratch */
    WaysDown(FactBook book, DayAssessment today, DayAssessment other) {
        this.plan = today.plan();
        this.today = today;
        this.other = other;
        this.book = book;
    }

    List<WayDown> find() {
        List<WayDown> ways = new ArrayList<>();
        for (int s = 0; s < plan.catalogue().schemes().size(); s++) {
            if (today.standsIn(s) && today.fusedRank(s) > 0) {
                ways.addAll(find(s));
            }
        }
        return ways;
    }

    private List<WayDown> find(int scheme) {
        List<Candidate> candidates = candidates(scheme);
        List<WayDown> alone = new ArrayList<>();
        for (Candidate candidate : candidates) {
            BitSet without = new BitSet();
            without.set(candidate.measure());
            int rank = rankWithout(scheme, without);
            if (rank < today.fusedRank(scheme) && alone.size() < MOST_TOLD) {
                alone.add(way(scheme, candidate.ids(), rank));
            }
        }
        return alone.isEmpty() ? together(scheme, candidates) : alone;
    }

    private List<WayDown> together(int scheme, List<Candidate> candidates) {
        BitSet without = new BitSet();
        Set<String> ids = new TreeSet<>();
        for (Candidate candidate : candidates) {
            without.set(candidate.measure());
            ids.addAll(candidate.ids());
            int rank = rankWithout(scheme, without);
            if (rank < today.fusedRank(scheme)) {
                return List.of(way(scheme, ids, rank));
            }
        }
        return List.of();
    }

    private WayDown way(int scheme, Set<String> ids, int rank) {
        Scheme of = plan.catalogue().schemes().get(scheme);
        return new WayDown(of.domain(), List.copyOf(ids), of.bands().label(rank));
    }

    private int rankWithout(int scheme, BitSet without) {
        other.fillWithout(book, today, without);
        return other.fusedRank(scheme);
    }

    /** The measures behind what counts against a domain, the weightiest first. */
    private List<Candidate> candidates(int scheme) {
        Map<Integer, Candidate> found = new LinkedHashMap<>();
        addFrom(scheme, found);
        if (plan.general() >= 0 && plan.general() != scheme && today.standsIn(plan.general())) {
            addFrom(plan.general(), found);
        }
        return found.values().stream()
                .sorted(Comparator.comparingLong(Candidate::weight).reversed())
                .limit(MOST_TRIED)
                .toList();
    }

    private void addFrom(int scheme, Map<Integer, Candidate> found) {
        Scheme of = plan.catalogue().schemes().get(scheme);
        for (DirectRule rule : today.scheme(scheme).heldRules()) {
            measures(rule.when().readings()).forEach(measure -> add(measure, rule.id(), Long.MAX_VALUE / 1000, found));
        }
        for (int i = 0; i < of.indicators().size(); i++) {
            long share = today.scheme(scheme).shares()[i];
            if (share > 0 && !of.indicators().get(i).isStatic()) {
                String id = of.indicators().get(i).id();
                // The two schemes have scales of their own; by their parts of the whole they can be compared.
                long weight = share * 1_000_000 / total(today.scheme(scheme).shares());
                measures(Set.of(of.indicators().get(i).reading())).forEach(measure -> add(measure, id, weight, found));
            }
        }
    }

    private static long total(long[] shares) {
        long total = 0;
        for (long share : shares) {
            total += share;
        }
        return total;
    }

    private static void add(int measure, String id, long weight, Map<Integer, Candidate> found) {
        found.computeIfAbsent(measure, position -> new Candidate(position, new TreeSet<>(), 0));
        found.computeIfPresent(measure, (position, before) -> {
            before.ids().add(id);
            return new Candidate(position, before.ids(), before.weight() + weight);
        });
    }

    private Set<Integer> measures(Set<Integer> readings) {
        Set<Integer> measures = new TreeSet<>();
        readings.forEach(reading -> measures.addAll(plan.readingTypes().measures(reading)));
        return measures;
    }

    private record Candidate(int measure, TreeSet<String> ids, long weight) {}
}
