package dev.forewarn.engine.wire;

import dev.forewarn.avro.Change;
import dev.forewarn.avro.Contribution;
import dev.forewarn.avro.DirectRule;
import dev.forewarn.avro.Evidence;
import dev.forewarn.avro.ForecastStep;
import dev.forewarn.avro.Level;
import dev.forewarn.avro.StaleSource;
import dev.forewarn.avro.Standing;
import dev.forewarn.avro.WayDown;
import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.alert.Cited;
import dev.forewarn.core.assess.Assessment;
import dev.forewarn.core.assess.DomainStanding;
import dev.forewarn.core.assess.HeldRule;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.source.WatchedSource;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Horizon;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parts that several kinds of messages share. */
final class WireValues {

    private static final Comparator<dev.forewarn.core.assess.Contribution> LARGEST_FIRST =
            Comparator.comparingInt(contribution -> -Math.abs(contribution.part()));

    private WireValues() {}

    static List<Standing> standings(Assessment assessment) {
        return assessment.standings().stream()
                .map(standing -> standing(standing, assessment))
                .toList();
    }

    private static Standing standing(DomainStanding standing, Assessment assessment) {
        Standing message = standing(standing);
        assessment.monthEnd().stream()
                .filter(end -> end.domain().equals(standing.domain()))
                .forEach(end -> message.setMonthEndClass(end.label()));
        return message;
    }

    static Standing standing(DomainStanding standing) {
        // A scheme is named by its domain: there is one for each.
        Standing message = new Standing();
        message.setDomain(standing.domain());
        message.setScheme(standing.domain());
        message.setScore(standing.score());
        message.setScale(standing.scale());
        message.setScoreClass(standing.scoreLabel());
        message.setClass$(standing.label());
        message.setFusedClass(standing.fusedLabel());
        message.setBaselineClass(standing.baseline());
        message.setFusionMode(standing.fusionMode().wireName());
        SortedMap<String, String> byMode = new TreeMap<>();
        standing.fusedByMode().forEach((mode, label) -> byMode.put(mode.wireName(), label));
        message.setFusedByMode(byMode);
        return message;
    }

    /** Contributions with the largest first; equal ones as in the catalogue. */
    static List<Contribution> contributions(List<dev.forewarn.core.assess.Contribution> contributions) {
        return contributions.stream()
                .sorted(LARGEST_FIRST)
                .map(WireValues::contribution)
                .toList();
    }

    private static Contribution contribution(dev.forewarn.core.assess.Contribution contribution) {
        return new Contribution(
                contribution.domain(),
                contribution.id(),
                contribution.name().zh(),
                contribution.name().en(),
                contribution.value() == Exact.ABSENT ? null : contribution.value(),
                contribution.points(),
                contribution.part(),
                date(contribution.dropsOn()),
                evidence(contribution.evidence().cited()),
                contribution.group());
    }

    static List<DirectRule> directRules(List<HeldRule> held) {
        return held.stream()
                .map(one -> new DirectRule(
                        one.domain(),
                        one.rule().id(),
                        one.rule().name().zh(),
                        one.rule().name().en(),
                        one.effect(),
                        one.rule().basis()))
                .toList();
    }

    static List<Change> changes(List<dev.forewarn.core.assess.Change> changes) {
        return changes.stream()
                .map(one -> new Change(one.domain(), one.id(), one.before(), one.now()))
                .toList();
    }

    static List<ForecastStep> forecast(List<dev.forewarn.core.assess.ForecastStep> steps) {
        return steps.stream()
                .map(step -> new ForecastStep(
                        LocalDate.ofEpochDay(step.day()), step.domain(), step.score(), step.label(), step.because()))
                .toList();
    }

    static List<WayDown> waysDown(List<dev.forewarn.core.assess.WayDown> ways) {
        return ways.stream()
                .map(way -> new WayDown(way.domain(), way.ids(), way.label()))
                .toList();
    }

    static List<Evidence> evidence(List<Cited> cited) {
        return cited.stream().map(WireValues::evidence).toList();
    }

    private static Evidence evidence(Cited cited) {
        Fact fact = cited.fact();
        return new Evidence(
                cited.type(),
                fact.source(),
                fact.recordKey(),
                fact.revision(),
                Instant.ofEpochMilli(fact.occurredAtMs()),
                Instant.ofEpochMilli(fact.recordedAtMs()));
    }

    static List<StaleSource> sources(List<dev.forewarn.core.source.StaleSource> stale) {
        return stale.stream()
                .map(one -> new StaleSource(
                        one.silence().source(),
                        one.name().zh(),
                        one.name().en(),
                        LocalDate.ofEpochDay(one.silence().sinceDay()),
                        dayOrNull(one.silence().newestDay())))
                .toList();
    }

    static @Nullable LocalDate dayOrNull(int day) {
        return day == WatchedSource.NEVER ? null : LocalDate.ofEpochDay(day);
    }

    static @Nullable LocalDate date(int day) {
        return day == Horizon.NEVER ? null : LocalDate.ofEpochDay(day);
    }

    static Level level(dev.forewarn.core.alert.Level level) {
        return switch (level) {
            case BLUE -> Level.BLUE;
            case YELLOW -> Level.YELLOW;
            case ORANGE -> Level.ORANGE;
            case RED -> Level.RED;
        };
    }

    static dev.forewarn.avro.Cause cause(Cause cause) {
        return switch (cause) {
            case EVENT -> dev.forewarn.avro.Cause.EVENT;
            case TIME -> dev.forewarn.avro.Cause.TIME;
            case RULE_CHANGE -> dev.forewarn.avro.Cause.RULE_CHANGE;
            case SNAPSHOT -> dev.forewarn.avro.Cause.SNAPSHOT;
        };
    }

    /** A text that is absent where it is empty. */
    static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }
}
