package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.score.ClassBands;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the alert rules say about one entity on one day. */
final class PlainRules {

    private static final Comparator<PlainFact> NEWEST_FIRST = Comparator.comparingLong(
                    (PlainFact fact) -> -fact.event().occurredAtMs())
            .thenComparing(fact -> fact.event().type())
            .thenComparing(PlainFact::recordKey);

    private final PlainDay day;
    private final Map<String, String> monthlyClasses;

    /** @param monthlyClasses the class of each domain at the last month end */
    PlainRules(PlainDay day, Map<String, String> monthlyClasses) {
        this.day = day;
        this.monthlyClasses = monthlyClasses;
    }

    PlainDay day() {
        return day;
    }

    Optional<AlertRule> rule(String id) {
        return day.catalogue().rules().stream()
                .filter(rule -> rule.terms().id().equals(id))
                .findFirst();
    }

    /** The level of every condition that holds, by rule and subject. */
    Map<PlainKey, Level> holdings() {
        TreeMap<PlainKey, Level> holdings = new TreeMap<>();
        for (AlertRule rule : day.catalogue().rules()) {
            for (String subject : subjects(rule)) {
                @Nullable Level level = level(rule, subject, reference(rule, subject));
                if (level != null) {
                    holdings.put(new PlainKey(rule.terms().id(), subject), level);
                }
            }
        }
        return holdings;
    }

    private Set<String> subjects(AlertRule rule) {
        if (rule instanceof AlertRule.Crossing crossing) {
            return new HashSet<>(crossing.domains());
        }
        if (rule instanceof AlertRule.Projection projection) {
            return new HashSet<>(projection.domains());
        }
        if (rule instanceof AlertRule.Trigger trigger) {
            return day.facts().asserted().stream()
                    .map(fact -> PlainTerms.text(trigger.subject(), fact))
                    .collect(Collectors.toSet());
        }
        return Set.of("");
    }

    /** The level that a rule gives a subject today; null if it does not hold. */
    private @Nullable Level level(AlertRule rule, String subject, String reference) {
        if (rule instanceof AlertRule.Crossing crossing) {
            return crossed(crossing, subject, reference, 0);
        }
        if (rule instanceof AlertRule.Projection projection) {
            return projected(projection, subject, reference);
        }
        if (rule instanceof AlertRule.Trigger trigger) {
            return matching(trigger, subject).stream()
                    .map(fact -> Objects.requireNonNull(factLevel(trigger, fact)))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
        return subject.isEmpty() ? dayLevel((AlertRule.Condition) rule) : null;
    }

    /** The level that an open alert keeps; null if nothing is left of it. */
    @Nullable
    Level kept(AlertRule rule, PlainAlert alert) {
        if (rule instanceof AlertRule.Crossing crossing) {
            return crossed(crossing, alert.key().subject(), alert.reference(), crossing.clearMargin());
        }
        // An alert with a subject was raised when the rule was of another kind: a condition is about the whole entity.
        if (rule instanceof AlertRule.Condition condition
                && alert.key().subject().isEmpty()
                && condition.clear() != null
                && !day.holds(condition.clear())) {
            return alert.level();
        }
        return level(rule, alert.key().subject(), alert.reference());
    }

    /** Whether the rule holds on the day of an alert's opening, on the facts as now known. */
    boolean heldAtOpening(AlertRule rule, PlainAlert alert) {
        PlainCalendar calendar = new PlainCalendar(day.catalogue().days().zone());
        LocalDate openedOn = calendar.dayOf(alert.openedAtMs());
        PlainDay opening = rule instanceof AlertRule.Projection
                ? new PlainDay(day.catalogue(), day.facts().foreseenAt(alert.openedAtMs()), openedOn)
                : new PlainDay(day.catalogue(), day.facts(), openedOn, alert.openedAtMs());
        return new PlainRules(opening, monthlyClasses).level(rule, alert.key().subject(), alert.reference()) != null;
    }

    // --- crossings and projections

    /**
     * The class that a new crossing or projection is measured against: the last monthly one, else that of the static
     * risk alone.
     */
    String reference(AlertRule rule, String subject) {
        Optional<Scheme> scheme = watched(rule, subject);
        if (scheme.isEmpty()) {
            return "";
        }
        @Nullable String monthly = monthlyClasses.get(subject);
        return monthly != null
                ? monthly
                : scheme.get().bands().label(day.staticStanding(scheme.get()).fusedRank());
    }

    private Optional<Scheme> watched(AlertRule rule, String subject) {
        boolean isWatched = (rule instanceof AlertRule.Crossing crossing
                        && crossing.domains().contains(subject))
                || (rule instanceof AlertRule.Projection projection
                        && projection.domains().contains(subject));
        return day.schemes().stream()
                .filter(scheme -> isWatched && scheme.domain().equals(subject))
                .findFirst();
    }

    /**
     * The level of the class that a domain has, or would have with up to so many points more: the highest that is
     * named.
     */
    private @Nullable Level crossed(AlertRule.Crossing crossing, String domain, String reference, int margin) {
        Optional<Scheme> scheme = watched(crossing, domain);
        if (scheme.isEmpty()) {
            return null;
        }
        ClassBands bands = scheme.get().bands();
        int from = bands.labels().indexOf(reference);
        if (from < 0) {
            // A class that the scheme does not know cannot be compared with.
            return null;
        }
        int best = day.standing(scheme.get()).fusedRank();
        int worst = day.standingWithMargin(scheme.get(), margin).fusedRank();
        return IntStream.rangeClosed(best, worst)
                .filter(rank -> rank > from)
                .mapToObj(rank -> crossing.levels().get(bands.label(rank)))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The highest level of the classes, worse than today's and the reference, that the rest of the month will see. */
    private @Nullable Level projected(AlertRule.Projection projection, String domain, String reference) {
        Optional<Scheme> scheme = watched(projection, domain);
        if (scheme.isEmpty()) {
            return null;
        }
        ClassBands bands = scheme.get().bands();
        int from = bands.labels().indexOf(reference);
        int today = day.standing(scheme.get()).fusedRank();
        return from < 0
                ? null
                : restOfMonth().stream()
                        .map(then -> then.standing(scheme.get()).fusedRank())
                        .filter(rank -> rank > from && rank > today)
                        .map(rank -> projection.levels().get(bands.label(rank)))
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** Tomorrow and on to the last day of the month. */
    private List<PlainDay> restOfMonth() {
        LocalDate last = YearMonth.from(day.today()).atEndOfMonth();
        return day.today().plusDays(1).datesUntil(last.plusDays(1)).map(day::on).toList();
    }

    /** The first day of the worst class that the rest of the month will bring, if that is worse than today's. */
    private Optional<PlainDay> worstAhead(String domain) {
        return day.schemes().stream()
                .filter(scheme -> scheme.domain().equals(domain))
                .findFirst()
                .flatMap(scheme -> restOfMonth().stream()
                        .filter(then -> then.standing(scheme).fusedRank()
                                > day.standing(scheme).fusedRank())
                        .max(Comparator.comparing(
                                        (PlainDay then) -> then.standing(scheme).fusedRank())
                                .thenComparing(PlainDay::today, Comparator.reverseOrder())));
    }

    // --- triggers

    private List<PlainFact> matching(AlertRule.Trigger trigger, String subject) {
        return day.facts().asserted().stream()
                .filter(fact -> trigger.on().contains(fact.event().type()))
                .filter(fact -> PlainTerms.text(trigger.subject(), fact).equals(subject))
                .filter(fact -> PlainTerms.holds(trigger.where(), fact))
                .filter(fact -> factLevel(trigger, fact) != null)
                .filter(fact -> PlainCalendar.isInside(trigger.maxAge(), fact.occurredDay(), fact.firstRecordedDay()))
                .filter(fact -> !fact.occurredDay().isAfter(day.today()))
                .filter(fact -> PlainCalendar.isInside(trigger.liveFor(), fact.firstRecordedDay(), day.today()))
                .toList();
    }

    private static @Nullable Level factLevel(AlertRule.Trigger trigger, PlainFact fact) {
        return trigger.levels().stream()
                .filter(one -> PlainTerms.holds(one.when(), fact))
                .map(AlertRule.FactLevel::level)
                .findFirst()
                .orElse(null);
    }

    // --- conditions

    private @Nullable Level dayLevel(AlertRule.Condition condition) {
        if (!day.holds(condition.when())) {
            return null;
        }
        return condition.levels().stream()
                .filter(one -> day.holds(one.when()))
                .map(AlertRule.DayLevel::level)
                .findFirst()
                .orElse(null);
    }

    // --- evidence

    /** The facts that a condition rests on, newest first. */
    List<PlainFact> evidence(AlertRule rule, String subject) {
        return newestFirst(evidenceInAnyOrder(rule, subject));
    }

    static List<PlainFact> newestFirst(List<PlainFact> facts) {
        return facts.stream().sorted(NEWEST_FIRST).toList();
    }

    private List<PlainFact> evidenceInAnyOrder(AlertRule rule, String subject) {
        if (rule instanceof AlertRule.Crossing) {
            return factsThatCount(day, subject);
        }
        if (rule instanceof AlertRule.Projection) {
            return worstAhead(subject)
                    .map(then -> factsThatCount(then, subject))
                    .orElse(List.of());
        }
        if (rule instanceof AlertRule.Trigger trigger) {
            return matching(trigger, subject);
        }
        return conditionEvidence(((AlertRule.Condition) rule).when());
    }

    /** What the condition reads; and where it looks at a rise, what earns points there. */
    private List<PlainFact> conditionEvidence(DayCondition when) {
        Set<PlainFact> facts = new HashSet<>(day.factsOf(when.readings()));
        for (DayCondition.Rise rise : when.rises()) {
            Scheme scheme = day.catalogue().schemes().get(rise.scheme());
            if (day.standsIn(scheme)) {
                facts.addAll(day.factsThatCount(scheme));
            }
        }
        return List.copyOf(facts);
    }

    private static List<PlainFact> factsThatCount(PlainDay day, String domain) {
        Set<PlainFact> facts = new HashSet<>();
        day.schemes().stream()
                .filter(scheme ->
                        scheme.domain().equals(domain) || scheme.domain().equals(Scheme.GENERAL))
                .forEach(scheme -> facts.addAll(day.factsThatCount(scheme)));
        return List.copyOf(facts);
    }
}
