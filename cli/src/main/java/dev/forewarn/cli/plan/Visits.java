package dev.forewarn.cli.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The visits that the log knows of at one business, corrections applied. */
record Visits(List<Visit> all) {

    static final Visits NONE = new Visits(List.of());

    /** What a visit found, as far as it says. */
    enum Found {
        PROBLEM,
        NOTHING,
        UNTOLD
    }

    /** One visit, by its day. */
    record Visit(LocalDate day, Found found) {}

    Visits {
        all = List.copyOf(all);
    }

    /** How many there were in the year of a month, before that month. */
    int inYearBefore(YearMonth month) {
        LocalDate first = month.atDay(1);
        return (int) all.stream()
                .filter(visit ->
                        visit.day().getYear() == month.getYear() && visit.day().isBefore(first))
                .count();
    }

    /** The day of the newest one before a month. */
    Optional<LocalDate> newestBefore(YearMonth month) {
        LocalDate first = month.atDay(1);
        return all.stream().map(Visit::day).filter(day -> day.isBefore(first)).max(Comparator.naturalOrder());
    }

    /** Those from a day to another, both included. */
    Visits between(LocalDate from, LocalDate to) {
        return new Visits(all.stream()
                .filter(visit -> !visit.day().isBefore(from) && !visit.day().isAfter(to))
                .toList());
    }

    /** What they found, taken together: a problem if any found one; untold if none says. */
    Found found() {
        return all.stream().map(Visit::found).min(Comparator.naturalOrder()).orElse(Found.UNTOLD);
    }
}
