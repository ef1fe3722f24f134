package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.score.ClassBands;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One entity on one day: its readings, where it stands, and which conditions hold. */
final class PlainDay {

    private final Catalogue catalogue;
    private final PlainFacts facts;
    private final LocalDate today;
    /** Endings later than this have not happened yet. */
    private final long endingsUntilMs;

    private final Map<Integer, PlainReading> readings = new HashMap<>();

    PlainDay(Catalogue catalogue, PlainFacts facts, LocalDate today) {
        this(catalogue, facts, today, Long.MAX_VALUE);
    }

    PlainDay(Catalogue catalogue, PlainFacts facts, LocalDate today, long endingsUntilMs) {
        this.endingsUntilMs = endingsUntilMs;
        this.catalogue = catalogue;
        this.facts = facts;
        this.today = today;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    PlainFacts facts() {
        return facts;
    }

    LocalDate today() {
        return today;
    }

    PlainReading reading(int position) {
        @Nullable PlainReading known = readings.get(position);
        if (known != null) {
            return known;
        }
        ReadingSpec spec = catalogue.readings().get(position);
        PlainReading read = spec.detail() instanceof Detail.Pattern pattern
                ? pattern(pattern.when())
                : new PlainReader(catalogue, facts, spec, today, endingsUntilMs).read();
        readings.put(position, read);
        return read;
    }

    private PlainReading pattern(DayCondition when) {
        BigDecimal value = holds(when) ? BigDecimal.ONE : BigDecimal.ZERO;
        return new PlainReading(value, BigDecimal.ONE, List.of(), factsOf(when.readings()));
    }

    boolean isDeregistered() {
        return facts.profile()
                .map(profile ->
                        profile.endedDay() != null && !profile.endedDay().isAfter(today))
                .orElse(false);
    }

    // --- standings

    boolean standsIn(Scheme scheme) {
        return scheme.domain().equals(Scheme.GENERAL) || facts.isNamed(scheme.domain());
    }

    /** The schemes of the domains that the entity stands in. */
    List<Scheme> schemes() {
        return catalogue.schemes().stream().filter(this::standsIn).toList();
    }

    PlainStanding standing(Scheme scheme) {
        return standing(scheme, indicator -> true, 0);
    }

    /** By what the business is, not by what it did. */
    PlainStanding staticStanding(Scheme scheme) {
        return standing(scheme, Indicator::isStatic, 0);
    }

    /** As if every score were so many points worse. */
    PlainStanding standingWithMargin(Scheme scheme, int points) {
        return standing(scheme, indicator -> true, points);
    }

    private PlainStanding standing(Scheme scheme, Predicate<Indicator> counts, int margin) {
        int score = Math.min(scheme.scale(), score(scheme, counts) + margin);
        int rank = rankOf(scheme.bands(), score);
        int fused = rank;
        int general = catalogue.schemeOf(Scheme.GENERAL);
        if (general >= 0 && !scheme.domain().equals(Scheme.GENERAL)) {
            fused = Math.max(
                    rank,
                    standing(catalogue.schemes().get(general), counts, margin).rank());
        }
        // A scheme with fewer classes than the general one has no worse class than its last.
        return new PlainStanding(
                score, rank, Math.min(fused, scheme.bands().labels().size() - 1));
    }

    private int score(Scheme scheme, Predicate<Indicator> counts) {
        long share = scheme.indicators().stream()
                .filter(counts)
                .mapToLong(indicator -> share(scheme, indicator))
                .sum();
        return PlainScore.score(scheme.combination(), share, scheme.scale());
    }

    List<Integer> weights(Indicator indicator) {
        return PlainPoints.weights(
                indicator.points(), catalogue.readings().get(indicator.reading()), reading(indicator.reading()));
    }

    long share(Scheme scheme, Indicator indicator) {
        return PlainScore.share(scheme.combination(), weights(indicator));
    }

    /** The part of the score that each indicator of a scheme makes, in their order. */
    List<Integer> parts(Scheme scheme) {
        List<Long> shares = scheme.indicators().stream()
                .map(indicator -> share(scheme, indicator))
                .toList();
        return PlainScore.split(standing(scheme).score(), shares);
    }

    private static int rankOf(ClassBands bands, int score) {
        return (int) bands.cuts().stream().filter(cut -> score >= cut).count();
    }

    // --- conditions

    boolean holds(DayCondition condition) {
        if (condition instanceof DayCondition.ReadingIs is) {
            PlainReading found = reading(is.reading());
            return found.isPresent()
                    && PlainTerms.compares(found.compareTo(BigDecimal.valueOf(is.constant(), 4)), is.comparison());
        }
        if (condition instanceof DayCondition.ScoreIs is) {
            return PlainTerms.compares(
                    BigDecimal.valueOf(scoreOf(is.scheme())), is.comparison(), BigDecimal.valueOf(is.constant()));
        }
        if (condition instanceof DayCondition.ClassAtLeast at) {
            return fusedRankOf(at.scheme()) >= at.rank();
        }
        if (condition instanceof DayCondition.All all) {
            return all.parts().stream().allMatch(this::holds);
        }
        if (condition instanceof DayCondition.Any any) {
            return any.parts().stream().anyMatch(this::holds);
        }
        if (condition instanceof DayCondition.Not not) {
            return !holds(not.part());
        }
        if (condition instanceof OpaqueDayCondition opaque) {
            return opaque.holds(
                    reading(opaque.left()).value(), reading(opaque.right()).value());
        }
        throw new IllegalArgumentException("the oracle does not know the condition " + condition);
    }

    private int scoreOf(int scheme) {
        Scheme found = catalogue.schemes().get(scheme);
        return standsIn(found) ? standing(found).score() : 0;
    }

    private int fusedRankOf(int scheme) {
        Scheme found = catalogue.schemes().get(scheme);
        return standsIn(found) ? standing(found).fusedRank() : 0;
    }

    // --- what numbers rest on

    /** The facts that some readings were read from, each once. */
    List<PlainFact> factsOf(Set<Integer> positions) {
        return new ArrayList<>(positions.stream()
                .flatMap(position -> reading(position).evidence().stream())
                .collect(Collectors.toSet()));
    }

    /** The facts that earn points in a scheme. */
    List<PlainFact> factsThatEarnPoints(Scheme scheme) {
        return factsOf(scheme.indicators().stream()
                .filter(indicator -> share(scheme, indicator) > 0)
                .map(Indicator::reading)
                .collect(Collectors.toSet()));
    }
}
