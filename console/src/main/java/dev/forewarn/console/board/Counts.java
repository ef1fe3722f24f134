package dev.forewarn.console.board;

import dev.forewarn.avro.Level;
import java.util.List;
import java.util.Map;

/**
 * How many alerts a board would show, each count as if its own bound were not set, so that one sees what another choice
 * would bring.
 *
 * @param byLevel from red to blue, levels without alerts too
 * @param byDomain the most first; an alert of two domains counts in both
 * @param byRule the most urgent first
 * @param overdue those whose deadline has been missed or has passed
 */
public record Counts(Map<Level, Long> byLevel, Map<String, Long> byDomain, List<OfRule> byRule, long overdue) {

    /** Alerts of one rule. */
    public record OfRule(String rule, String nameZh, String nameEn, long count, Level highest) {}
}
