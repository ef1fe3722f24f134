package dev.forewarn.console.entity;

import dev.forewarn.console.alert.AlertDetail.Paper;
import dev.forewarn.console.board.BoardRow;
import dev.forewarn.console.message.AssessmentMessage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one business.
 *
 * @param days scores over time, oldest first
 * @param months classes of the months, newest first
 * @param facts every fact with its newest version, newest first
 * @param alerts open and past, open ones first
 * @param groups what makes up its scores, by the catalogue's headings of the first level, the largest first
 * @param chains what came of its alerts, newest first; those of which nothing came are left out
 */
public record EntityDetail(
        AssessmentMessage assessment,
        List<Day> days,
        List<Month> months,
        List<Paper> facts,
        List<BoardRow> alerts,
        List<GroupResult> groups,
        List<Chain> chains) {

    public EntityDetail {
        days = List.copyOf(days);
        months = List.copyOf(months);
        facts = List.copyOf(facts);
        alerts = List.copyOf(alerts);
        groups = List.copyOf(groups);
        chains = List.copyOf(chains);
    }

    /** The name of the business, or its id where none is known. */
    public String title() {
        String name = assessment.entityName();
        return name == null || name.isBlank() ? assessment.entityId() : name;
    }

    /** The class of a domain in the newest month; null if there is none. */
    public @Nullable Month newestMonth(String domain) {
        return months.stream()
                .filter(month -> month.domain().equals(domain) && month.origin().equals("ENGINE"))
                .findFirst()
                .orElse(null);
    }

    /** Where it stood on a day in a domain. */
    public record Day(LocalDate day, String domain, int score, int scale, String fusedClass) {}

    /**
     * How it was classed for a month.
     *
     * @param origin ENGINE or PLATFORM
     * @param difference by how many classes ours is worse than the platform's; null without one
     */
    public record Month(
            String month,
            String origin,
            String domain,
            int score,
            String fusedClass,
            @Nullable String platformClass,
            @Nullable Integer difference) {}
}
