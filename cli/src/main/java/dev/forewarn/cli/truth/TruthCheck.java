package dev.forewarn.cli.truth;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Judges what was said of a simulated city by what it hid. */
public final class TruthCheck {

    private TruthCheck() {}

    /**
     * All figures.
     *
     * @param leads of the window and before it
     * @param rank of a class, higher for worse
     * @param from first day of the window
     * @param to first day after it
     * @param ratios share of each class that a plan visits in a month
     */
    public static TruthResult of(
            HiddenCity city,
            List<Lead> leads,
            ClassHistory classes,
            ToIntFunction<String> rank,
            LocalDate from,
            LocalDate to,
            Map<String, Double> ratios) {
        TruthFigures figures = new TruthFigures(city, leads, classes, rank, from, to);
        return new TruthResult(
                figures.episodes(), figures.leads(), new PlanFigures(city, classes).plan(rank, from, to, ratios));
    }
}
