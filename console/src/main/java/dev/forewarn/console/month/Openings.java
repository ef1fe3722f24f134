package dev.forewarn.console.month;

import dev.forewarn.console.month.MonthReport.Early;
import dev.forewarn.console.month.MonthReport.RuleLine;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The alerts that opened in a month, counted as {@code forewarn leadtime} counts them.
 *
 * @param entities businesses among which they are counted
 * @param meanings what each outcome says of its alert, by id
 * @param now up to where time has come
 */
record Openings(List<Opening> all, long entities, Map<String, String> meanings, ZoneId zone, Instant now) {

    private static final String RED = "RED";
    private static final Set<String> OF_CLASS = Set.of("CROSSING", "PROJECTION");

    /** One alert. */
    record Opening(
            String family,
            String rule,
            String nameZh,
            String nameEn,
            String kind,
            String peak,
            Instant openedAt,
            int leadDays,
            boolean classified,
            String outcome) {}

    Early early(Predicate<Opening> which) {
        SortedMap<Integer, Long> byDays = new TreeMap<>();
        long red = 0;
        for (Opening one : all) {
            if (which.test(one)) {
                byDays.merge(one.leadDays(), 1L, Long::sum);
                red += one.peak().equals(RED) ? 1 : 0;
            }
        }
        return new Early(byDays, red, entities);
    }

    /** By family and rule. */
    List<RuleLine> rules() {
        Map<String, List<Opening>> grouped = new TreeMap<>();
        all.forEach(one -> grouped.computeIfAbsent(one.family() + " " + one.rule(), key -> new ArrayList<>())
                .add(one));
        return grouped.values().stream().map(this::line).toList();
    }

    private RuleLine line(List<Opening> alike) {
        Opening first = alike.get(0);
        long confirmed = meaning(alike, "confirmed");
        long refuted = meaning(alike, "refuted");
        return new RuleLine(
                first.family(),
                first.rule(),
                first.nameZh(),
                first.nameEn(),
                new Openings(alike, entities, meanings, zone, now).early(one -> true),
                alike.stream().filter(this::couldBeConfirmed).count(),
                alike.stream()
                        .filter(one -> OF_CLASS.contains(one.kind()) && one.classified())
                        .count(),
                confirmed,
                refuted,
                alike.size() - confirmed - refuted);
    }

    private long meaning(List<Opening> alike, String meaning) {
        return alike.stream()
                .filter(one -> meaning.equals(meanings.get(one.outcome())))
                .count();
    }

    private boolean couldBeConfirmed(Opening one) {
        Instant monthEnd = one.openedAt()
                .atZone(zone)
                .toLocalDate()
                .plusDays(one.leadDays())
                .atStartOfDay(zone)
                .toInstant();
        return OF_CLASS.contains(one.kind()) && (one.classified() || !monthEnd.isAfter(now));
    }
}
