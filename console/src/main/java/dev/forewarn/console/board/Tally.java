package dev.forewarn.console.board;

import dev.forewarn.avro.Level;
import dev.forewarn.console.board.Counts.OfRule;
import dev.forewarn.console.message.Levels;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All counts of a board out of one pass over its alerts: the database adds up those that are alike in level, rule and
 * domains, and a filter's bounds on these three are set here, each or not as a count wants it.
 */
record Tally(List<Cell> cells, BoardFilter filter) {

    Tally {
        cells = List.copyOf(cells);
    }

    /** Alerts that are alike. */
    record Cell(
            Level level, String rule, String nameZh, String nameEn, List<String> domains, long count, long overdue) {

        Cell {
            domains = List.copyOf(domains);
        }
    }

    /** Alerts within all bounds. */
    long total() {
        return ofAll().mapToLong(Cell::count).sum();
    }

    Counts counts() {
        return new Counts(
                byLevel(),
                byDomain(),
                byRule(),
                ofAll().mapToLong(Cell::overdue).sum());
    }

    private Map<Level, Long> byLevel() {
        Map<Level, Long> counts = new LinkedHashMap<>();
        Levels.FROM_RED.forEach(level -> counts.put(level, 0L));
        cells.stream()
                .filter(this::isOfDomain)
                .filter(this::isOfRule)
                .forEach(cell -> counts.merge(cell.level(), cell.count(), Long::sum));
        return counts;
    }

    private Map<String, Long> byDomain() {
        Map<String, Long> counts = new HashMap<>();
        cells.stream()
                .filter(this::isOfLevel)
                .filter(this::isOfRule)
                .forEach(cell -> cell.domains().forEach(domain -> counts.merge(domain, cell.count(), Long::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private List<OfRule> byRule() {
        Map<String, OfRule> counts = new TreeMap<>();
        cells.stream()
                .filter(this::isOfLevel)
                .filter(this::isOfDomain)
                .forEach(cell -> counts.merge(
                        cell.rule(),
                        new OfRule(cell.rule(), cell.nameZh(), cell.nameEn(), cell.count(), cell.level()),
                        Tally::together));
        return counts.values().stream()
                .sorted(Comparator.comparingInt((OfRule rule) -> Levels.rank(rule.highest()))
                        .reversed())
                .toList();
    }

    private static OfRule together(OfRule one, OfRule other) {
        OfRule higher = Levels.rank(other.highest()) > Levels.rank(one.highest()) ? other : one;
        return new OfRule(one.rule(), higher.nameZh(), higher.nameEn(), one.count() + other.count(), higher.highest());
    }

    private Stream<Cell> ofAll() {
        return cells.stream().filter(this::isOfLevel).filter(this::isOfDomain).filter(this::isOfRule);
    }

    private boolean isOfLevel(Cell cell) {
        return filter.levels().isEmpty() || filter.levels().contains(cell.level());
    }

    private boolean isOfDomain(Cell cell) {
        return filter.domains().isEmpty() || cell.domains().stream().anyMatch(filter.domains()::contains);
    }

    private boolean isOfRule(Cell cell) {
        return filter.rules().isEmpty() || filter.rules().contains(cell.rule());
    }
}
