package dev.forewarn.cli.plan;

import dev.forewarn.cli.plan.Chance.Basis;
import dev.forewarn.cli.plan.Visits.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What came of a plan: the two figures of the field (visits made, share with problems) by class and by ground, beside
 * those of visits outside of the plan and the estimate for a uniform draw. A business counts once, however often it was
 * visited.
 *
 * @param missed visits of the plan that were not made
 * @param uniform what a uniform draw from the same businesses would have found
 */
record PlanResults(
        Row all, List<Row> byClass, List<Row> byGround, Row outside, List<PlannedVisit> missed, Extrapolation uniform) {

    /**
     * One line of figures.
     *
     * @param planned visits of the plan; 0 outside of it
     * @param made of these; outside of the plan all
     * @param problems those that found a problem, of those that tell
     */
    record Row(String label, int planned, int made, Share problems) {}

    /** @param visits those of the plan's time, by business */
    static PlanResults of(List<PlannedVisit> lines, Map<String, Visits> visits) {
        List<PlannedVisit> planned =
                lines.stream().filter(PlannedVisit::isSelected).toList();
        SortedSet<String> classes = new TreeSet<>();
        planned.forEach(line -> classes.add(line.riskClass()));
        List<Row> byClass = new ArrayList<>();
        for (String label : classes) {
            byClass.add(row(
                    "class " + label, planned, visits, line -> line.riskClass().equals(label)));
        }
        List<Row> byGround = List.of(
                row("by lot", planned, visits, line -> isByLot(line)),
                row("by class, certain", planned, visits, line -> line.basis() == Basis.DRAW && !isByLot(line)),
                row("statutory floor", planned, visits, line -> line.basis() == Basis.FLOOR),
                row("key supervision", planned, visits, line -> line.basis() == Basis.KEY));
        return new PlanResults(
                row("all", planned, visits, line -> true),
                byClass,
                byGround.stream().filter(row -> row.planned() > 0).toList(),
                outside(planned, visits),
                planned.stream()
                        .filter(line -> !isVisited(line.entityId(), visits))
                        .toList(),
                Extrapolation.of(lines, visits));
    }

    private static boolean isByLot(PlannedVisit line) {
        return line.basis() == Basis.DRAW && line.probability() < Chance.CERTAIN;
    }

    private static boolean isVisited(String entityId, Map<String, Visits> visits) {
        return !visits.getOrDefault(entityId, Visits.NONE).all().isEmpty();
    }

    private static Row row(
            String label, List<PlannedVisit> planned, Map<String, Visits> visits, Predicate<PlannedVisit> which) {
        List<String> ids =
                planned.stream().filter(which).map(PlannedVisit::entityId).toList();
        List<String> made = ids.stream().filter(id -> isVisited(id, visits)).toList();
        return new Row(label, ids.size(), made.size(), problems(made, visits));
    }

    private static Row outside(List<PlannedVisit> planned, Map<String, Visits> visits) {
        SortedSet<String> ids = new TreeSet<>(visits.keySet());
        planned.forEach(line -> ids.remove(line.entityId()));
        List<String> made = ids.stream().filter(id -> isVisited(id, visits)).toList();
        return new Row("outside of the plan", 0, made.size(), problems(made, visits));
    }

    private static Share problems(List<String> made, Map<String, Visits> visits) {
        int told = 0;
        int found = 0;
        for (String id : made) {
            Found result = visits.getOrDefault(id, Visits.NONE).found();
            told += result == Found.UNTOLD ? 0 : 1;
            found += result == Found.PROBLEM ? 1 : 0;
        }
        return new Share(found, told);
    }
}
