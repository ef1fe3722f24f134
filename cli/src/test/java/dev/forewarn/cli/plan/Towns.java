package dev.forewarn.cli.plan;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Businesses and rules in which only what a test is about differs. */
final class Towns {

    static final YearMonth MONTH = YearMonth.of(2026, 12);

    private Towns() {}

    static Business business(String id, String domain, String riskClass) {
        return new Business(
                id, "name of " + id, "enterprise", "360602", "", riskClass, new TreeMap<>(Map.of(domain, riskClass)));
    }

    /** So many businesses of each class, in the general domain. */
    static List<Business> of(int a, int b, int c, int d) {
        List<Business> businesses = new ArrayList<>();
        add(businesses, "A", a);
        add(businesses, "B", b);
        add(businesses, "C", c);
        add(businesses, "D", d);
        return businesses;
    }

    private static void add(List<Business> businesses, String riskClass, int count) {
        for (int i = 0; i < count; i++) {
            businesses.add(business(riskClass + '-' + i, "general", riskClass));
        }
    }

    static PlanRules rules(String more) {
        return PlanRulesReader.read(
                "plan.yaml",
                "ratios: {A: 0.01, B: 0.03, C: 0.2, D: 1}\n"
                        + "visits: {fact: inspection.completed, result: result, problem: problem}\n" + more);
    }

    static List<Line> draw(
            List<Business> businesses, String seed, PlanRules rules, OptionalInt visits, Map<String, Visits> past) {
        return new Draw(
                        new Chances(rules, Set.of(), MONTH),
                        new Lot(seed, MONTH),
                        MONTH,
                        id -> past.getOrDefault(id, Visits.NONE))
                .lines(businesses, visits);
    }
}
