package dev.forewarn.cli.plan;

import java.util.List;

/**
 * What a plan may be expected to find against a uniform draw of as many visits, from rates that are known from
 * elsewhere, such as a back-test.
 *
 * @param businesses in all groups
 * @param visits expected number
 * @param hitRate share of the plan's visits that find a problem; NaN without visits
 * @param uniformRate the same for a uniform draw, whatever its size: the share of all businesses with a problem
 */
public record Expectation(double businesses, double visits, double hitRate, double uniformRate) {

    /**
     * Businesses that are alike, such as a class, or a tenth of the scores.
     *
     * @param businesses how many, at least 0
     * @param ratio share that is visited, in [0, 1]
     * @param rate share that has a problem, in [0, 1]
     */
    public record Group(String name, double businesses, double ratio, double rate) {}

    /** Adds up what visits to the groups may be expected to find. */
    public static Expectation of(List<Group> groups) {
        double businesses = 0;
        double visits = 0;
        double found = 0;
        double problems = 0;
        for (Group group : groups) {
            businesses += group.businesses();
            visits += group.businesses() * group.ratio();
            found += group.businesses() * group.ratio() * group.rate();
            problems += group.businesses() * group.rate();
        }
        return new Expectation(businesses, visits, found / visits, problems / businesses);
    }

    /** Share of all businesses that is visited. */
    public double visitedShare() {
        return visits / businesses;
    }

    /** How many times as many problems a visit finds as under a uniform draw. */
    public double lift() {
        return hitRate / uniformRate;
    }
}
