package dev.forewarn.core.oracle;

import dev.forewarn.core.indicator.Aggregate;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.oracle.PlainReading.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers about days: since when, until when, and what was not done in time. */
final class PlainDeadlines {

    private final ReadingSpec spec;
    private final LocalDate today;
    private final PlainWorkingDays workingDays;

    PlainDeadlines(ReadingSpec spec, LocalDate today, PlainWorkingDays workingDays) {
        this.spec = spec;
        this.today = today;
        this.workingDays = workingDays;
    }

    @Nullable
    BigDecimal daysSince(List<Counted> counted) {
        return counted.stream()
                .map(one -> one.fact().occurredDay())
                .max(Comparator.naturalOrder())
                .map(newest -> daysBetween(newest, today))
                .orElse(null);
    }

    @Nullable
    BigDecimal daysTo(List<Counted> counted) {
        return dueDays(counted, true)
                .filter(day -> !day.isBefore(today))
                .min(Comparator.naturalOrder())
                .map(day -> daysBetween(today, day))
                .orElse(null);
    }

    BigDecimal overdueDays(List<Counted> counted) {
        return dueDays(counted, false)
                .filter(day -> day.isBefore(today))
                .min(Comparator.naturalOrder())
                .map(day -> daysBetween(day, today))
                .orElse(BigDecimal.ZERO);
    }

    /** Those whose due day passed before anything ended them. */
    List<Counted> late(List<Counted> counted, PlainSelection selection) {
        return counted.stream().filter(one -> isLate(one.fact(), selection)).toList();
    }

    private boolean isLate(PlainFact fact, PlainSelection selection) {
        @Nullable LocalDate due = dueDay(fact, false);
        if (due == null || !due.isBefore(today)) {
            return false;
        }
        @Nullable LocalDate ended = selection.endedDay(fact);
        return ended == null || ended.isAfter(due);
    }

    private Stream<LocalDate> dueDays(List<Counted> counted, boolean orEnd) {
        return counted.stream().map(one -> dueDay(one.fact(), orEnd)).filter(Objects::nonNull);
    }

    private @Nullable LocalDate dueDay(PlainFact fact, boolean orEnd) {
        if (!(spec.detail() instanceof Detail.Due due)) {
            return fact.dueDay() == null && orEnd ? fact.endedDay() : fact.dueDay();
        }
        if (due.isAfter()) {
            return workingDays.after(fact.occurredDay(), due.workingDays());
        }
        @Nullable LocalDate own = fact.dueDay() == null ? fact.endedDay() : fact.dueDay();
        return own == null ? null : workingDays.before(own, due.workingDays());
    }

    // --- yearly duties

    /** The years that count as missed, from all that are over: the newest ones in a row, without a fact about them. */
    BigDecimal missed(List<Counted> counted, Measure measure, Optional<PlainFact> profile) {
        List<Integer> years = missedYears(counted, measure, profile);
        if (spec.aggregate() == Aggregate.MISSED_YEARS) {
            return BigDecimal.valueOf(years.size());
        }
        return years.isEmpty()
                ? BigDecimal.ZERO
                : daysBetween(dueDay((Detail.Yearly) spec.detail(), years.get(years.size() - 1)), today);
    }

    private List<Integer> missedYears(List<Counted> counted, Measure measure, Optional<PlainFact> profile) {
        List<Integer> years = new ArrayList<>();
        if (profile.isEmpty()) {
            return years;
        }
        Detail.Yearly duty = (Detail.Yearly) spec.detail();
        Set<String> done = counted.stream()
                .map(one -> PlainTerms.text(measure.subject(), one.fact()))
                .collect(Collectors.toSet());
        int first = Math.max(duty.firstYear(), profile.get().occurredDay().getYear());
        for (int year = today.getYear(); year >= first && years.size() < duty.most(); year--) {
            boolean isOver = dueDay(duty, year).isBefore(today);
            if (isOver && done.contains(String.valueOf(year))) {
                return years;
            }
            if (isOver) {
                years.add(year);
            }
        }
        return years;
    }

    private static LocalDate dueDay(Detail.Yearly duty, int year) {
        LocalDate last = YearMonth.of(year + 1, duty.month()).atEndOfMonth();
        return duty.day() >= last.getDayOfMonth() ? last : last.withDayOfMonth(duty.day());
    }

    private static BigDecimal daysBetween(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
    }
}
