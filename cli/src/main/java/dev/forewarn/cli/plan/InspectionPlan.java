package dev.forewarn.cli.plan;

import dev.forewarn.cli.plan.Teams.Team;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A drawn plan with all that went into it.
 *
 * @param lines every business of the frame, in the order of the draw
 * @param teams the inspectors of each visit, by business; empty if none were drawn
 */
record InspectionPlan(Setting setting, List<Line> lines, Map<String, Team> teams) {

    InspectionPlan {
        lines = List.copyOf(lines);
        teams = Map.copyOf(teams);
    }

    /**
     * What the plan was drawn from and with.
     *
     * @param installation its name
     * @param zone whose days count
     * @param domain the only line of supervision that counts; null for all
     * @param visitsWanted how many visits were asked for; empty for what the ratios give
     * @param start where the marks begin, in millionths of a visit
     * @param rules file of the rules with its SHA-256, for the record
     * @param ratios the ratios in force, as text
     * @param catalogues how many businesses were assessed with each version
     * @param assessedAt the newest assessment used; null if there was none
     * @param leftOut businesses not registered, or with a status that is not visited
     */
    record Setting(
            String installation,
            YearMonth month,
            String seed,
            ZoneId zone,
            @Nullable String domain,
            OptionalInt visitsWanted,
            int start,
            Map<String, String> rules,
            SortedMap<String, String> ratios,
            SortedMap<String, Integer> catalogues,
            @Nullable Instant assessedAt,
            int leftOut) {}

    /** Those that are visited, in the order of the list. */
    List<Line> visits() {
        return lines.stream().filter(Line::isSelected).toList();
    }

    Team team(Line line) {
        return teams.getOrDefault(line.business().entityId(), Team.NONE);
    }

    /** Visits for which two inspectors could not be found. */
    List<Line> withoutTeam() {
        return visits().stream().filter(line -> !team(line).note().isEmpty()).toList();
    }
}
