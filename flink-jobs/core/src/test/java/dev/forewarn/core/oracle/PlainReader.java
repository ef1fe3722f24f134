package dev.forewarn.core.oracle;

import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.indicator.Tier;
import dev.forewarn.core.oracle.PlainReading.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one number from the facts of a measure, on one day. */
final class PlainReader {

    private static final BigDecimal HALF_OF_A_PLACE = new BigDecimal("0.00005");

    private final PlainFacts facts;
    private final Measure measure;
    private final ReadingSpec spec;
    private final LocalDate today;
    private final long endingsUntilMs;

    PlainReader(PlainFacts facts, Measure measure, ReadingSpec spec, LocalDate today, long endingsUntilMs) {
        this.facts = facts;
        this.measure = measure;
        this.spec = spec;
        this.today = today;
        this.endingsUntilMs = endingsUntilMs;
    }

    PlainReading read() {
        List<Counted> counted = counted();
        return switch (spec.aggregate()) {
            case COUNT -> new PlainReading(sum(counted.stream().map(this::factor)), counted);
            case SUM -> new PlainReading(decayedSum(counted), counted);
            case MAX ->
                new PlainReading(weighed(counted).max(Comparator.naturalOrder()).orElse(null), counted);
            case MIN ->
                new PlainReading(values(counted).min(Comparator.naturalOrder()).orElse(null), counted);
            case LAST -> new PlainReading(last(counted).orElse(null), counted);
            case DISTINCT -> new PlainReading(whole(distinctSubjects(counted)), counted);
            case ACTIVE -> new PlainReading(whole(open(counted).size()), open(counted));
            case DAYS_SINCE -> new PlainReading(daysSince(open(counted)), open(counted));
            case DAYS_TO -> new PlainReading(daysTo(open(counted)), open(counted));
            case OVERDUE_DAYS -> new PlainReading(whole(overdueDays(open(counted))), open(counted));
            default -> throw new IllegalArgumentException("the oracle does not read " + spec.aggregate());
        };
    }

    /** The facts that the measure takes and that lie in the window, each with its step of the decay. */
    private List<Counted> counted() {
        List<Counted> counted = new ArrayList<>();
        for (PlainFact fact : facts.asserted()) {
            boolean isTaken = measure.on().contains(fact.event().type()) && PlainTerms.holds(measure.where(), fact);
            boolean isPast = !fact.occurredDay().isAfter(today);
            if (isTaken && isPast && PlainCalendar.isInside(spec.window(), fact.occurredDay(), today)) {
                counted.add(new Counted(fact, tierOf(fact)));
            }
        }
        return counted;
    }

    private int tierOf(PlainFact fact) {
        int tier = 0;
        while (!PlainCalendar.isInside(spec.tiers().get(tier).window(), fact.occurredDay(), today)) {
            tier++;
        }
        return tier;
    }

    // --- numbers that read all counted facts

    private BigDecimal decayedSum(List<Counted> counted) {
        BigDecimal total = BigDecimal.ZERO;
        for (Tier tier : spec.tiers()) {
            int position = spec.tiers().indexOf(tier);
            List<Counted> inTier =
                    counted.stream().filter(one -> one.tier() == position).toList();
            total = total.add(rounded(sum(values(inTier)).multiply(BigDecimal.valueOf(tier.factor(), 4))));
        }
        return total;
    }

    private Optional<BigDecimal> last(List<Counted> counted) {
        return counted.stream()
                .filter(one -> value(one) != null)
                .max(Comparator.comparingLong(
                                (Counted one) -> one.fact().event().occurredAtMs())
                        .thenComparing(one -> one.fact().recordKey())
                        .thenComparing(one -> one.fact().event().type(), Comparator.reverseOrder()))
                .map(this::weighed);
    }

    private long distinctSubjects(List<Counted> counted) {
        return counted.stream()
                .map(one -> PlainTerms.text(measure.subject(), one.fact()))
                .distinct()
                .count();
    }

    private @Nullable BigDecimal value(Counted one) {
        return PlainTerms.number(Objects.requireNonNull(measure.value()), one.fact());
    }

    private Stream<BigDecimal> values(List<Counted> counted) {
        return counted.stream().map(this::value).filter(Objects::nonNull);
    }

    private Stream<BigDecimal> weighed(List<Counted> counted) {
        return counted.stream().filter(one -> value(one) != null).map(this::weighed);
    }

    private BigDecimal weighed(Counted one) {
        return rounded(Objects.requireNonNull(value(one)).multiply(factor(one)));
    }

    private BigDecimal factor(Counted one) {
        return BigDecimal.valueOf(spec.tiers().get(one.tier()).factor(), 4);
    }

    // --- numbers that read open facts

    private List<Counted> open(List<Counted> counted) {
        return counted.stream().filter(one -> isOpen(one.fact())).toList();
    }

    private boolean isOpen(PlainFact opening) {
        @Nullable LocalDate ownEnd = opening.endedDay();
        Long ownEndMs = opening.event().endedAtMs();
        if (ownEnd != null && ownEndMs != null && ownEndMs <= endingsUntilMs && !ownEnd.isAfter(today)) {
            return false;
        }
        return facts.asserted().stream().noneMatch(fact -> isEnding(fact, opening));
    }

    private boolean isEnding(PlainFact fact, PlainFact opening) {
        return measure.ends().contains(fact.event().type())
                && fact.event().occurredAtMs() >= opening.event().occurredAtMs()
                && fact.event().occurredAtMs() <= endingsUntilMs
                && !fact.occurredDay().isAfter(today)
                && (measure.match() == Measure.Match.ALL
                        || PlainTerms.text(measure.subject(), fact)
                                .equals(PlainTerms.text(measure.subject(), opening)));
    }

    private @Nullable BigDecimal daysSince(List<Counted> open) {
        return open.stream()
                .map(one -> one.fact().occurredDay())
                .max(Comparator.naturalOrder())
                .map(newest -> whole(ChronoUnit.DAYS.between(newest, today)))
                .orElse(null);
    }

    private @Nullable BigDecimal daysTo(List<Counted> open) {
        return open.stream()
                .map(one -> deadline(one.fact()))
                .filter(day -> day != null && !day.isBefore(today))
                .map(day -> whole(ChronoUnit.DAYS.between(today, Objects.requireNonNull(day))))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable LocalDate deadline(PlainFact fact) {
        return fact.dueDay() != null ? fact.dueDay() : fact.endedDay();
    }

    private long overdueDays(List<Counted> open) {
        return open.stream()
                .map(one -> one.fact().dueDay())
                .filter(day -> day != null && day.isBefore(today))
                .mapToLong(day -> ChronoUnit.DAYS.between(Objects.requireNonNull(day), today))
                .max()
                .orElse(0);
    }

    // --- arithmetic

    private static BigDecimal whole(long number) {
        return BigDecimal.valueOf(number);
    }

    private static BigDecimal sum(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Four places, halves rounded up. */
    static BigDecimal rounded(BigDecimal number) {
        return number.add(HALF_OF_A_PLACE).setScale(4, RoundingMode.FLOOR);
    }
}
