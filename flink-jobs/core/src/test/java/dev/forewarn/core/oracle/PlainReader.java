package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.oracle.PlainReading.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one number from the facts of a measure, on one day. */
final class PlainReader {

    private final Catalogue catalogue;
    private final PlainFacts facts;
    private final Measure measure;
    private final ReadingSpec spec;
    private final LocalDate today;
    private final PlainSelection selection;
    private final PlainCounts counts;
    private final PlainDeadlines deadlines;

    PlainReader(Catalogue catalogue, PlainFacts facts, ReadingSpec spec, LocalDate today, long endingsUntilMs) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.measure = catalogue.measures().get(spec.measure());
        this.spec = spec;
        this.today = today;
        this.selection = new PlainSelection(facts, measure, spec, today, endingsUntilMs);
        this.counts = new PlainCounts(measure, spec);
        this.deadlines = new PlainDeadlines(spec, today, new PlainWorkingDays(catalogue.workingDays()));
    }

    PlainReading read() {
        List<Counted> counted = selection.counted();
        return switch (spec.aggregate()) {
            case COUNT, SUM, MAX, MIN, LAST, DISTINCT, ACTIVE ->
                spec.taking().per() == null
                        ? PlainReading.of(counts.number(counted), counted)
                        : new PlainGroups(counts, spec.taking().per()).read(counted);
            case DAYS_SINCE -> PlainReading.of(deadlines.daysSince(counted), counted);
            case DAYS_TO -> PlainReading.of(deadlines.daysTo(counted), counted);
            case OVERDUE_DAYS -> PlainReading.of(deadlines.overdueDays(counted), counted);
            case LATE -> {
                List<Counted> late = deadlines.late(counted, selection);
                yield PlainReading.of(BigDecimal.valueOf(late.size()), late);
            }
            case MISSED_YEARS, MISSED_DAYS ->
                PlainReading.of(deadlines.missed(counted, measure, facts.profile()), counted)
                        .restingOn(List.of());
            case RATIO -> ratio(counted, (Detail.Share) spec.detail());
            case GROWTH -> growth(counted);
            case EXCESS, BURST -> new PlainChances(spec, facts.profile()).read(counted);
            case PATTERN -> throw new IllegalArgumentException("a pattern is a condition, not a matter of facts");
        };
    }

    private PlainReading ratio(List<Counted> counted, Detail.Share share) {
        Measure part = catalogue.measures().get(share.part());
        long inPart = counted.stream()
                .map(Counted::fact)
                .filter(fact -> PlainSelection.takes(part, fact))
                .filter(fact -> share.partFrom() == null
                        || !PlainCalendar.isInside(share.partFrom(), fact.occurredDay(), today))
                .count();
        BigDecimal whole = BigDecimal.valueOf(share.priorWhole(), 4).add(BigDecimal.valueOf(counted.size()));
        if (counted.size() < share.least() || whole.signum() == 0) {
            return PlainReading.of(null, counted);
        }
        BigDecimal dividend = BigDecimal.valueOf(share.priorPart(), 4).add(BigDecimal.valueOf(inPart));
        return new PlainReading(dividend, whole, counted, PlainReading.facts(counted));
    }

    private PlainReading growth(List<Counted> counted) {
        List<Counted> valued =
                counted.stream().filter(one -> counts.value(one) != null).toList();
        if (valued.size() < 2) {
            return PlainReading.of(null, counted);
        }
        @Nullable BigDecimal oldest = counts.value(valued.get(0));
        @Nullable BigDecimal newest = counts.value(valued.get(valued.size() - 1));
        return Objects.requireNonNull(oldest).signum() > 0
                ? new PlainReading(newest, oldest, counted, PlainReading.facts(counted))
                : PlainReading.of(null, counted);
    }
}
