package dev.forewarn.city;

/**
 * How long after it happened the city's intake learns of something: section 4.3 of the field report, column lateness.
 * Where that gives a legal limit, it is the longest here; that all delays up to the longest are as likely is proposed.
 */
enum Lag {
    MINUTES(0.01, 0.1),
    HOURS(0.05, 1),
    DAYS(1, 7),
    /** Up to 20 working days, which are 28 of the calendar. */
    PUBLICITY(1, 28),
    /** Reports of adverse events: 7 to 30 days. */
    REPORTS(7, 30),
    WEEKS(7, 42),
    /** With the dump of the month's last night. */
    MONTH_END(0, 0);

    private final double leastDays;
    private final double mostDays;

    Lag(double leastDays, double mostDays) {
        this.leastDays = leastDays;
        this.mostDays = mostDays;
    }

    double leastDays() {
        return leastDays;
    }

    double mostDays() {
        return mostDays;
    }
}
