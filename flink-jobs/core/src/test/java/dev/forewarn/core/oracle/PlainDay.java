package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.ReadingSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One entity on one day: its readings, where it stands, and which conditions hold. */
class PlainDay {

    private final Catalogue catalogue;
    private final PlainFacts facts;
    private final LocalDate today;
    /** Endings later than this have not happened yet. */
    private final long endingsUntilMs;

    /** The days that have been looked at from here, so that none is recounted twice. */
    private final Map<LocalDate, PlainDay> days;

    private final Map<Integer, PlainReading> readings = new HashMap<>();
    private final Map<String, PlainStanding> standings = new HashMap<>();

    PlainDay(Catalogue catalogue, PlainFacts facts, LocalDate today) {
        this(catalogue, facts, today, Long.MAX_VALUE, new HashMap<>());
    }

    PlainDay(Catalogue catalogue, PlainFacts facts, LocalDate today, long endingsUntilMs) {
        this(catalogue, facts, today, endingsUntilMs, new HashMap<>());
    }

    private PlainDay(
            Catalogue catalogue,
            PlainFacts facts,
            LocalDate today,
            long endingsUntilMs,
            Map<LocalDate, PlainDay> days) {
        this.days = days;
        this.endingsUntilMs = endingsUntilMs;
        this.catalogue = catalogue;
        this.facts = facts;
        this.today = today;
    }

    /** Another day, on the same facts. */
    PlainDay on(LocalDate day) {
        @Nullable PlainDay known = days.get(day);
        PlainDay other = known == null ? new PlainDay(catalogue, facts, day, Long.MAX_VALUE, days) : known;
        days.put(day, other);
        return other;
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
        PlainReading read =
                spec.detail() instanceof Detail.Pattern pattern ? pattern(pattern.when()) : read(position, spec);
        readings.put(position, read);
        return read;
    }

    /** Reads what is no pattern. */
    PlainReading read(int position, ReadingSpec spec) {
        return new PlainReader(catalogue, facts, spec, today, endingsUntilMs).read();
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
        return applies(scheme.applies()) && (scheme.domain().equals(Scheme.GENERAL) || facts.isNamed(scheme.domain()));
    }

    /** Whether something applies to this kind of business; where it is not known, everything does. */
    private boolean applies(FactCondition condition) {
        return facts.profile()
                .map(profile -> PlainTerms.holds(condition, profile))
                .orElse(true);
    }

    /** The schemes of the domains that the entity stands in. */
    List<Scheme> schemes() {
        return catalogue.schemes().stream().filter(this::standsIn).toList();
    }

    PlainStanding standing(Scheme scheme) {
        @Nullable PlainStanding known = standings.get(scheme.domain());
        if (known != null) {
            return known;
        }
        PlainStanding found = standing(scheme, PlainResult.View.ALL, 0);
        standings.put(scheme.domain(), found);
        return found;
    }

    /** By what the business is, not by what it did. */
    PlainStanding staticStanding(Scheme scheme) {
        return standing(scheme, PlainResult.View.STATIC, 0);
    }

    /** As if every score were so many points worse. */
    PlainStanding standingWithMargin(Scheme scheme, int points) {
        return standing(scheme, PlainResult.View.ALL, points);
    }

    /** How a scheme came to its score and class. */
    PlainResult result(Scheme scheme) {
        return new PlainResult(this, scheme, PlainResult.View.ALL, 0);
    }

    private PlainStanding standing(Scheme scheme, PlainResult.View view, int margin) {
        PlainResult own = new PlainResult(this, scheme, view, margin);
        int position = catalogue.schemeOf(Scheme.GENERAL);
        if (position < 0 || scheme.domain().equals(Scheme.GENERAL)) {
            return new PlainStanding(own.score(), own.rankByScore(), own.rank(), own.rank(), alone(scheme, own));
        }
        Scheme general = catalogue.schemes().get(position);
        PlainResult.View generalView = standsIn(general) ? view : PlainResult.View.NOTHING;
        Map<FusionMode, Integer> byMode =
                new PlainFusion(own, new PlainResult(this, general, generalView, margin)).ranks();
        int fused = Objects.requireNonNull(byMode.get(scheme.fusion().mode()));
        return new PlainStanding(own.score(), own.rankByScore(), own.rank(), fused, byMode);
    }

    /** Where there is no general class, every mode leaves the professional one as it is. */
    private static Map<FusionMode, Integer> alone(Scheme scheme, PlainResult own) {
        return scheme.domain().equals(Scheme.GENERAL)
                ? Map.of()
                : Arrays.stream(FusionMode.values()).collect(Collectors.toMap(mode -> mode, mode -> own.rank()));
    }

    List<Integer> weights(Indicator indicator) {
        return PlainPoints.weights(
                indicator.points(), catalogue.readings().get(indicator.reading()), reading(indicator.reading()));
    }

    long share(Scheme scheme, Indicator indicator) {
        return applies(indicator.applies()) ? PlainScore.share(scheme.combination(), weights(indicator)) : 0;
    }

    /** The part of the score that each indicator of a scheme makes, in their order. */
    List<Integer> parts(Scheme scheme) {
        List<Long> shares = scheme.indicators().stream()
                .map(indicator -> share(scheme, indicator))
                .toList();
        return PlainScore.split(result(scheme).gross(), shares);
    }

    /** What each indicator and mitigation adds to a score, by id; takings-off are negative. */
    Map<String, Integer> partsById(Scheme scheme) {
        Map<String, Integer> byId = new TreeMap<>();
        List<Integer> parts = parts(scheme);
        for (int i = 0; i < parts.size(); i++) {
            byId.put(scheme.indicators().get(i).id(), parts.get(i));
        }
        List<Integer> cuts = result(scheme).cuts();
        for (int m = 0; m < cuts.size(); m++) {
            byId.put(scheme.mitigations().get(m).id(), -cuts.get(m));
        }
        return byId;
    }

    boolean isAboveZero(int reading) {
        return reading(reading).isPresent() && reading(reading).compareTo(BigDecimal.ZERO) > 0;
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
        if (condition instanceof DayCondition.RiseIs is) {
            return PlainTerms.compares(
                    BigDecimal.valueOf(rise(is.rise())), is.comparison(), BigDecimal.valueOf(is.constant()));
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

    /** The score today without that of the earlier day; without what the business is, if that is less. */
    private int rise(DayCondition.Rise rise) {
        Scheme scheme = catalogue.schemes().get(rise.scheme());
        int score = scoreOf(rise.scheme());
        int own = standsIn(scheme) ? Math.min(score, staticStanding(scheme).score()) : 0;
        int earlier = on(today.minusDays(rise.days())).scoreOf(rise.scheme());
        return score - Math.max(own, earlier);
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

    /** The facts that earn points in a scheme, and those that its direct rules that hold look at. */
    List<PlainFact> factsThatCount(Scheme scheme) {
        Set<Integer> readings = scheme.indicators().stream()
                .filter(indicator -> share(scheme, indicator) > 0)
                .map(Indicator::reading)
                .collect(Collectors.toCollection(TreeSet::new));
        result(scheme).held().forEach(rule -> readings.addAll(rule.when().readings()));
        return factsOf(readings);
    }
}
