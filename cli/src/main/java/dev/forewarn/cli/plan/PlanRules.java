package dev.forewarn.cli.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code config/plan.yaml} says. Ratios are in millionths, in [0, 1,000,000].
 *
 * @param ratios share of the businesses of a class that is visited in a month
 * @param domainRatios the same for a domain that has ratios of its own, by domain and class
 * @param least ratio by class that no number of visits goes below, so that misses stay measurable
 * @param leaveOut statuses of the register with which a business is not visited
 * @param keySupervision objects outside the draw (重点监管), each with its own rhythm
 * @param floors statutory least frequencies
 * @param caps most visits in a year
 */
record PlanRules(
        Map<String, Integer> ratios,
        Map<String, Map<String, Integer>> domainRatios,
        Map<String, Integer> least,
        Set<String> leaveOut,
        VisitRule visits,
        List<Duty> keySupervision,
        List<Duty> floors,
        List<Cap> caps) {

    PlanRules {
        ratios = Collections.unmodifiableMap(new LinkedHashMap<>(ratios));
        domainRatios = Collections.unmodifiableMap(new TreeMap<>(domainRatios));
        least = Collections.unmodifiableMap(new LinkedHashMap<>(least));
        leaveOut = Set.copyOf(leaveOut);
        keySupervision = List.copyOf(keySupervision);
        floors = List.copyOf(floors);
        caps = List.copyOf(caps);
    }

    /** The same with some ratios replaced; a key is a class, or a domain and a class, as in {@code drug.D}. */
    PlanRules with(Map<String, Integer> replaced) {
        Map<String, Integer> common = new LinkedHashMap<>(ratios);
        Map<String, Map<String, Integer>> byDomain = new TreeMap<>();
        domainRatios.forEach((domain, own) -> byDomain.put(domain, new LinkedHashMap<>(own)));
        replaced.forEach((key, ratio) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                common.put(key, ratio);
            } else {
                byDomain.computeIfAbsent(key.substring(0, dot), domain -> new LinkedHashMap<>())
                        .put(key.substring(dot + 1), ratio);
            }
        });
        return new PlanRules(common, byDomain, least, leaveOut, visits, keySupervision, floors, caps);
    }
}
