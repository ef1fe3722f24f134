package dev.forewarn.cli.plan;

import dev.forewarn.cli.plan.Visits.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the visits drawn by lot say about all businesses that could have been drawn (Horvitz and Thompson): each visit
 * stands for one over its probability. Visits that were not made, or do not tell, are made up for within their class; a
 * class of which no visit tells is left out and named.
 *
 * @param businesses for which the estimate stands
 * @param outOf businesses of the draw, at least as many
 * @param share of them that have a problem; NaN if no visit tells
 * @param low lower end of the interval of 95 %, class by class taken as a simple random sample
 * @param withoutVisit classes of which no visit tells
 */
record Extrapolation(int businesses, int outOf, double share, double low, double high, SortedSet<String> withoutVisit) {

    /** What is added up in one class. */
    private static final class Sums {
        private int businesses;
        private double planned;
        private double told;
        private double problems;
        private int visits;
        private int found;
    }

    /**
     * The estimate from a draw.
     *
     * @param visits what was found, by business
     */
    static Extrapolation of(List<PlannedVisit> lines, Map<String, Visits> visits) {
        Map<String, Sums> byClass = new TreeMap<>();
        for (PlannedVisit line : lines) {
            if (line.isOfDraw()) {
                Sums sums = byClass.computeIfAbsent(line.riskClass(), label -> new Sums());
                sums.businesses++;
                if (line.isSelected()) {
                    add(
                            sums,
                            line,
                            visits.getOrDefault(line.entityId(), Visits.NONE).found());
                }
            }
        }
        SortedSet<String> silent = new TreeSet<>();
        List<Sums> told = new ArrayList<>();
        byClass.forEach((label, sums) -> {
            if (sums.visits == 0) {
                silent.add(label);
            } else {
                told.add(sums);
            }
        });
        int all = byClass.values().stream().mapToInt(sums -> sums.businesses).sum();
        return of(told, silent, all);
    }

    private static void add(Sums sums, PlannedVisit line, Found found) {
        double weight = (double) Chance.CERTAIN / line.probability();
        sums.planned += weight;
        if (found != Found.UNTOLD) {
            sums.told += weight;
            sums.visits++;
            if (found == Found.PROBLEM) {
                sums.problems += weight;
                sums.found++;
            }
        }
    }

    private static Extrapolation of(List<Sums> classes, SortedSet<String> silent, int all) {
        double weights = 0;
        double problems = 0;
        int businesses = 0;
        for (Sums sums : classes) {
            weights += sums.planned;
            problems += sums.problems * sums.planned / sums.told;
            businesses += sums.businesses;
        }
        if (classes.isEmpty()) {
            return new Extrapolation(0, all, Double.NaN, 0, 1, silent);
        }
        double variance = 0;
        for (Sums sums : classes) {
            double part = sums.planned / weights;
            // One case more of each kind, or a class without a problem found would seem to be known for certain.
            double share = (sums.found + 1.0) / (sums.visits + 2.0);
            double missed = Math.max(0, 1 - (double) sums.visits / sums.businesses);
            variance += part * part * missed * share * (1 - share) / sums.visits;
        }
        double share = problems / weights;
        double half = Share.Z * Math.sqrt(variance);
        return new Extrapolation(businesses, all, share, Math.max(0, share - half), Math.min(1, share + half), silent);
    }
}
