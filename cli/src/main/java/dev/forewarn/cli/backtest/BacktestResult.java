package dev.forewarn.cli.backtest;

import dev.forewarn.cli.statistics.Bootstrap;
import java.util.List;
import java.util.Map;

/** All figures of one back-test. Shares and rates lie in [0, 1]; what cannot be worked out is NaN. */
record BacktestResult(
        Run run, Visits visits, Order order, List<Decile> deciles, Alerts alerts, List<Fairness> fairness) {

    /**
     * What was run.
     *
     * @param from first day of the window, ISO
     * @param to last day of the window, ISO
     */
    record Run(
            String catalogue,
            String from,
            String to,
            String visitCondition,
            String outcomeCondition,
            int withinDays,
            long events,
            int businesses,
            double graphSeconds,
            String dataEnd) {}

    /**
     * How well scores tell bad visits from good ones.
     *
     * @param undecided visits of the window that are not among them: the data end before it is known how they ended
     * @param known visits to businesses of which something was known before
     * @param withHistory visits to businesses that had been visited before
     * @param precisionAt by per cent of the visits with the highest scores
     */
    record Visits(
            int visits,
            int positives,
            int undecided,
            Auc auc,
            int known,
            Auc aucKnown,
            int withHistory,
            Auc aucWithHistory,
            double aucAtStart,
            Map<Integer, Double> precisionAt,
            Map<Integer, Double> recallAt,
            Map<Integer, Double> liftAt,
            Map<Integer, Double> precisionAtWithHistory) {}

    /** The area under the curve with its 95 % interval. */
    record Auc(double value, Bootstrap.Interval interval) {}

    /**
     * The same calendar of visits in other orders.
     *
     * @param curve by hundredths of the visits, from 0 to 100: the share of bad outcomes found
     */
    record Order(
            FirstHalf firstHalf,
            DaysEarlier atVisit,
            DaysEarlier atStart,
            double randomMean,
            double perfectMean,
            Curve curve) {}

    record FirstHalf(
            double actual,
            double random,
            double atVisit,
            Bootstrap.Interval atVisitInterval,
            double atStart,
            Bootstrap.Interval atStartInterval,
            double perfect) {}

    record DaysEarlier(double mean, double median, Bootstrap.Interval interval) {}

    @SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
    record Curve(double[] actual, double[] atVisit, double[] atStart, double[] perfect) {}

    /** A tenth of the visits, the highest scores first. */
    record Decile(int number, double visits, double positives, double rate) {}

    /**
     * What was raised within the window.
     *
     * @param perThousandMonth leads for 1,000 businesses and month; by level, too
     * @param confirmed by days: the share followed by a bad outcome, of those opened long enough before the data end
     * @param leadDays from the first warning within a year before a bad outcome of the window to the outcome
     * @param toMonthEnd from crossings to the month end that would first have shown them
     */
    record Alerts(
            long businessMonths,
            int lead,
            int reminder,
            Map<String, Integer> byLevel,
            Map<String, Integer> byRule,
            double perThousandMonth,
            double redPerThousandMonth,
            double remindersPerThousandMonth,
            Map<Integer, Double> confirmed,
            Map<String, Map<Integer, Double>> confirmedByRule,
            int outcomes,
            double warnedShare,
            Spread leadDays,
            Spread toMonthEnd,
            double flapRate,
            Map<String, int[]> byMonth) {}

    /** A distribution in days. */
    @SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
    record Spread(int count, double median, double p10, double p90, double[] values) {}

    /**
     * How one group of businesses fares.
     *
     * @param flagged visits among the tenth with the highest scores
     * @param hitRate the share of the flagged that were bad
     */
    record Fairness(
            String trait, String group, int visits, double baseRate, int flagged, double flagRate, double hitRate) {}
}
