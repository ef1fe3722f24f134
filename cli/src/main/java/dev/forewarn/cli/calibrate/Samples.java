package dev.forewarn.cli.calibrate;

import dev.forewarn.cli.backtest.Visit;
import dev.forewarn.core.assess.IndicatorReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Past visits as numbers: what each term read before the visit, and how it ended. In the order of time.
 *
 * @param rows one array a visit, with a number a term
 * @param weights how much each visit counts, 1 on average
 * @param days the day of each visit, as days since 1970-01-01
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
record Samples(List<Term> terms, double[][] rows, boolean[] isBad, double[] weights, int[] days) {

    /**
     * The visits to businesses that stood in a domain.
     *
     * @param visits in the order of time
     */
    static Samples of(List<Visit> visits, String domain, List<Term> terms) {
        List<double[]> rows = new ArrayList<>();
        List<Visit> taken = new ArrayList<>();
        for (Visit visit : visits) {
            Map<String, IndicatorReading> readings = new HashMap<>();
            for (IndicatorReading reading : visit.readings()) {
                if (reading.domain().equals(domain)) {
                    readings.put(reading.id(), reading);
                }
            }
            if (!readings.isEmpty() && visit.weight() > 0) {
                taken.add(visit);
                rows.add(row(readings, terms));
            }
        }
        double mean = taken.stream().mapToDouble(Visit::weight).average().orElse(1);
        boolean[] isBad = new boolean[taken.size()];
        for (int i = 0; i < isBad.length; i++) {
            isBad[i] = taken.get(i).isBad();
        }
        return new Samples(
                terms,
                rows.toArray(double[][]::new),
                isBad,
                taken.stream().mapToDouble(visit -> visit.weight() / mean).toArray(),
                taken.stream().mapToInt(Visit::day).toArray());
    }

    private static double[] row(Map<String, IndicatorReading> readings, List<Term> terms) {
        double[] row = new double[terms.size()];
        for (int t = 0; t < row.length; t++) {
            IndicatorReading reading = readings.get(terms.get(t).indicator());
            row[t] = reading == null ? 0 : terms.get(t).number().applyAsDouble(reading);
        }
        return row;
    }

    int size() {
        return rows.length;
    }

    int positives() {
        int positives = 0;
        for (boolean bad : isBad) {
            positives += bad ? 1 : 0;
        }
        return positives;
    }

    /** Whether there are both bad and good visits: without, there is nothing to fit by or to try a fit on. */
    boolean hasBoth() {
        int positives = positives();
        return positives > 0 && positives < size();
    }

    /**
     * Where to cut the visits in two: between two days, since visits of one day know nothing of each other.
     *
     * @param share of the visits before the cut, in [0, 1], as nearly as days allow
     * @return the place of the first visit after the cut; the size if all visits are of one day
     */
    int cut(double share) {
        int wanted = (int) Math.round(size() * share);
        for (int step = 0; step < size(); step++) {
            if (isFirstOfDay(wanted - step)) {
                return wanted - step;
            }
            if (isFirstOfDay(wanted + step)) {
                return wanted + step;
            }
        }
        return size();
    }

    private boolean isFirstOfDay(int place) {
        return place > 0 && place < size() && days[place] > days[place - 1];
    }

    /** The visits from one place to before another. */
    Samples part(int from, int to) {
        return new Samples(
                terms,
                Arrays.copyOfRange(rows, from, to),
                Arrays.copyOfRange(isBad, from, to),
                Arrays.copyOfRange(weights, from, to),
                Arrays.copyOfRange(days, from, to));
    }

    /** How many visits have anything of a term. */
    int support(int term) {
        int support = 0;
        for (double[] row : rows) {
            support += row[term] == 0 ? 0 : 1;
        }
        return support;
    }

    double[] column(int term) {
        double[] column = new double[rows.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows[i][term];
        }
        return column;
    }
}
