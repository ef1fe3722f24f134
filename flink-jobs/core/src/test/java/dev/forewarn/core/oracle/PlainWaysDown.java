package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.DirectRule;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.ReadingSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What would bring a better class today: each measure behind what counts against a domain is left out, the weightiest
 * first, and where none suffices alone they are left out together, one more at a time.
 */
final class PlainWaysDown {

    /** Measures that are tried for one domain. */
    static final int MOST_TRIED = 8;

    /** Ways that are told for one domain. */
    static final int MOST_TOLD = 3;

    private final PlainDay day;
    private final Catalogue catalogue;

    PlainWaysDown(PlainDay day) {
        this.day = day;
        this.catalogue = day.catalogue();
    }

    /**
     * A way to a better class.
     *
     * @param measures what is left out
     * @param ids the indicators and direct rules that rest on it
     */
    record Way(Scheme scheme, Set<Integer> measures, Set<String> ids, int rank) {}

    /**
     * Something that counts against a domain and rests on a measure.
     *
     * @param millionths its part of all that was earned in its scheme; of a direct rule 0, which outweighs all those
     */
    private record Reason(int measure, String id, boolean isRule, long millionths) {}

    List<Way> find() {
        List<Way> ways = new ArrayList<>();
        for (Scheme scheme : day.schemes()) {
            if (day.standing(scheme).fusedRank() > 0) {
                ways.addAll(find(scheme));
            }
        }
        return ways;
    }

    private List<Way> find(Scheme scheme) {
        List<List<Reason>> candidates = weightiestFirst(reasons(scheme));
        List<List<Reason>> tried = candidates.subList(0, Math.min(MOST_TRIED, candidates.size()));
        List<Way> alone = tried.stream()
                .map(candidate -> without(scheme, List.of(candidate)))
                .filter(this::isBetter)
                .limit(MOST_TOLD)
                .toList();
        if (!alone.isEmpty()) {
            return alone;
        }
        for (int count = 2; count <= tried.size(); count++) {
            Way together = without(scheme, tried.subList(0, count));
            if (isBetter(together)) {
                return List.of(together);
            }
        }
        return List.of();
    }

    private boolean isBetter(Way way) {
        return way.rank() < day.standing(way.scheme()).fusedRank();
    }

    private Way without(Scheme scheme, List<List<Reason>> candidates) {
        Set<Integer> measures = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        candidates.stream().flatMap(Collection::stream).forEach(reason -> {
            measures.add(reason.measure());
            ids.add(reason.id());
        });
        int rank = new PlainDayWithout(day, measures).standing(scheme).fusedRank();
        return new Way(scheme, measures, ids, rank);
    }

    /** The reasons by measure; of equal ones the measure that is met first. */
    private static List<List<Reason>> weightiestFirst(List<Reason> reasons) {
        Map<Integer, List<Reason>> byMeasure = new LinkedHashMap<>();
        reasons.forEach(reason -> byMeasure
                .computeIfAbsent(reason.measure(), measure -> new ArrayList<>())
                .add(reason));
        return byMeasure.values().stream()
                .sorted(Comparator.comparingLong(PlainWaysDown::rules)
                        .thenComparingLong(PlainWaysDown::millionths)
                        .reversed())
                .toList();
    }

    private static long rules(List<Reason> reasons) {
        return reasons.stream().filter(Reason::isRule).count();
    }

    private static long millionths(List<Reason> reasons) {
        return reasons.stream().mapToLong(Reason::millionths).sum();
    }

    // --- what counts against a domain

    private List<Reason> reasons(Scheme scheme) {
        List<Reason> reasons = new ArrayList<>(reasonsIn(scheme));
        day.schemes().stream()
                .filter(other -> other.domain().equals(Scheme.GENERAL) && !other.equals(scheme))
                .forEach(general -> reasons.addAll(reasonsIn(general)));
        return reasons;
    }

    private List<Reason> reasonsIn(Scheme scheme) {
        List<Reason> reasons = new ArrayList<>();
        for (DirectRule rule : day.result(scheme).held()) {
            measures(rule.when().readings()).forEach(measure -> reasons.add(new Reason(measure, rule.id(), true, 0)));
        }
        long total = scheme.indicators().stream()
                .mapToLong(indicator -> day.share(scheme, indicator))
                .sum();
        for (Indicator indicator : scheme.indicators()) {
            long share = day.share(scheme, indicator);
            if (share > 0 && !indicator.isStatic()) {
                long millionths = 1_000_000 * share / total;
                measures(Set.of(indicator.reading()))
                        .forEach(measure -> reasons.add(new Reason(measure, indicator.id(), false, millionths)));
            }
        }
        return reasons;
    }

    /** The measures that readings rest on, those in patterns too. */
    private Set<Integer> measures(Set<Integer> readings) {
        Set<Integer> measures = new TreeSet<>();
        for (int reading : readings) {
            ReadingSpec spec = catalogue.readings().get(reading);
            if (spec.detail() instanceof Detail.Pattern pattern) {
                measures.addAll(measures(pattern.when().readings()));
            } else {
                measures.add(spec.measure());
            }
        }
        return measures;
    }
}
