package dev.forewarn.cli.plan;

import java.time.YearMonth;
import java.util.Optional;

/**
 * A duty to visit at least once in so many months.
 *
 * @param name why, as the list shows it
 * @param months in [1, 120]
 */
record Duty(String name, Selector who, int months) {

    private static final int MONTHS_IN_YEAR = 12;

    /**
     * Whether a visit is due by the end of a month. A business of whose visits nothing is known comes up once in each
     * cycle, in a month that follows from its id: otherwise all of a city would be due at once.
     *
     * @param lastVisit the month of its newest visit
     */
    boolean isDue(Business business, Optional<YearMonth> lastVisit, YearMonth month) {
        if (lastVisit.isPresent()) {
            return !lastVisit.get().plusMonths(months).isAfter(month);
        }
        long count = month.getYear() * (long) MONTHS_IN_YEAR + month.getMonthValue() - 1;
        return count % months == Lot.of(business.entityId()) % months;
    }
}
