package dev.forewarn.cli.truth;

import java.util.List;

/**
 * Warnings and classes of a simulated city against its hidden truth. Shares lie in [0, 1]; what cannot be worked out is
 * NaN.
 *
 * @param groups of the episodes judged: all, those that somebody hears of, those that nobody does, and by cause
 * @param plan what visits by class would find
 */
public record TruthResult(List<Episodes> groups, Leads leads, Plan plan) {

    /**
     * Episodes that began within the window and long enough before its end.
     *
     * @param warned share in which a lead opened between the first day and the last
     * @param byChance the same if leads came as often as to businesses that are well
     * @param standing share in which an older lead stood on the first day
     * @param classed share in which a month end of the episode showed a worse class than the last one before it
     * @param alertFirst share of those warned or classed in which the lead came before the class
     * @param toLead days from the beginning to the first lead
     * @param toClass days from the beginning to the month end with the worse class
     * @param gained days from the lead to that month end, where there are both
     */
    public record Episodes(
            String name,
            int count,
            double warned,
            double byChance,
            double standing,
            double classed,
            double alertFirst,
            Days toLead,
            Days toClass,
            Days gained) {}

    /** A distribution in days. */
    public record Days(int count, double median, double p10, double p90) {}

    /**
     * Leads of the window.
     *
     * @param inEpisode share that opened at a business that was in an episode
     * @param timeInEpisode share of all days of all businesses that were days of episodes: what blind leads would reach
     */
    public record Leads(int count, double inEpisode, double timeInEpisode) {}

    /**
     * Visits by class, as of each month end of the window, against as many visits drawn uniformly.
     *
     * @param visited share of all businesses that is visited in a month
     * @param hitRate share of the plan's visits that would find a problem
     * @param uniformRate the same of a uniform draw
     */
    public record Plan(List<ClassShare> classes, double visited, double hitRate, double uniformRate) {}

    /**
     * Businesses of one class.
     *
     * @param businessMonths how many, over all month ends
     * @param ratio share that is visited in a month
     * @param inEpisode share that was in an episode on the day after the month end
     * @param problem share at which a planned visit on that day would find a problem
     */
    public record ClassShare(String name, long businessMonths, double ratio, double inEpisode, double problem) {}
}
