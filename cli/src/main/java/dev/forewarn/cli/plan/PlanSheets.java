package dev.forewarn.cli.plan;

import dev.forewarn.cli.plan.Teams.Team;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a plan's two tables. */
final class PlanSheets {

    /** Columns of all businesses, in the order of the draw. */
    static final List<String> FRAME = List.of(
            "place",
            "entity_id",
            "name",
            "kind",
            "division",
            "class",
            "classes",
            "basis",
            "reason",
            "stratum",
            "number",
            "probability",
            "up_to",
            "selected",
            "visits_this_year",
            "newest_visit");

    /** Columns of the visits. */
    static final List<String> VISITS = List.of(
            "visit",
            "entity_id",
            "name",
            "kind",
            "division",
            "grid",
            "class",
            "classes",
            "basis",
            "reason",
            "probability",
            "visits_this_year",
            "newest_visit",
            "inspector_1",
            "unit_1",
            "inspector_2",
            "unit_2",
            "note");

    private final InspectionPlan plan;

    PlanSheets(InspectionPlan plan) {
        this.plan = plan;
    }

    /** The rows of all businesses. */
    List<List<String>> frame() {
        List<List<String>> rows = new ArrayList<>();
        for (Line line : plan.lines()) {
            Business business = line.business();
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    business.entityId(),
                    business.name(),
                    business.kind(),
                    business.division(),
                    line.chance().riskClass(),
                    business.classesText(),
                    line.chance().basis().word(),
                    line.chance().reason(),
                    line.chance().stratum(),
                    Lot.hex(line.number()),
                    Line.decimal(line.probability()),
                    line.chance().basis() == Chance.Basis.DRAW ? Line.decimal(line.upTo()) : "",
                    line.isSelected() ? "yes" : "no",
                    Integer.toString(line.visited()),
                    text(line.newestVisit())));
        }
        return rows;
    }

    /** The rows of the visits. */
    List<List<String>> visits() {
        List<List<String>> rows = new ArrayList<>();
        for (Line line : plan.visits()) {
            Business business = line.business();
            Team team = plan.team(line);
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    business.entityId(),
                    business.name(),
                    business.kind(),
                    business.division(),
                    business.grid(),
                    line.chance().riskClass(),
                    business.classesText(),
                    line.chance().basis().word(),
                    line.chance().reason(),
                    Line.decimal(line.probability()),
                    Integer.toString(line.visited()),
                    text(line.newestVisit()),
                    id(team, 0),
                    unit(team, 0),
                    id(team, 1),
                    unit(team, 1),
                    team.note()));
        }
        return rows;
    }

    private static String id(Team team, int member) {
        return team.members().isEmpty() ? "" : team.members().get(member).id();
    }

    private static String unit(Team team, int member) {
        return team.members().isEmpty() ? "" : team.members().get(member).unit();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
