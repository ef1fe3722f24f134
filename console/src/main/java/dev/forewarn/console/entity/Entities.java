package dev.forewarn.console.entity;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.alert.AlertDetail.Paper;
import dev.forewarn.console.alert.Papers;
import dev.forewarn.console.board.BoardRow;
import dev.forewarn.console.catalogue.Headings;
import dev.forewarn.console.entity.EntityDetail.Day;
import dev.forewarn.console.entity.EntityDetail.Month;
import dev.forewarn.console.message.AssessmentMessage;
import dev.forewarn.console.message.Evidence;
import dev.forewarn.console.message.Messages;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.query.Conditions;
import dev.forewarn.console.query.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for businesses, each for those within whose scope it is. */
@Component
public class Entities {

    private static final int MOST_ALERTS = 200;

    private final JdbcClient jdbc;
    private final Papers papers;
    private final Headings headings;

    public Entities(JdbcClient jdbc, Papers papers, Headings headings) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.headings = headings;
    }

    /**
     * Businesses by part of their name or id, the worst classed first.
     *
     * @param text empty for all
     * @param page from 1
     */
    public Page<EntityRow> search(Viewer viewer, String text, int page, int size) {
        viewer.require(Right.READ);
        Conditions where = Conditions.onEntities(viewer.scope());
        if (!text.isBlank()) {
            where.contains("e.searched", text.strip());
        }
        long total = jdbc.sql("SELECT COUNT(*) FROM assessment e" + where.clause())
                .params(where.values())
                .query(Long.class)
                .single();
        List<EntityRow> rows = jdbc.sql("SELECT e.*, " + headline(viewer) + " AS headline FROM assessment e"
                        + where.clause()
                        + " ORDER BY headline DESC, e.assessed_at DESC, e.entity_id LIMIT :most OFFSET :from")
                .params(where.values())
                .param("domains", viewer.scope().domains())
                .param("most", size)
                .param("from", (long) (page - 1) * size)
                .query((row, number) -> new EntityRow(
                        Columns.text(row, "entity_id"),
                        row.getString("entity_name"),
                        row.getString("entity_kind"),
                        row.getString("status"),
                        row.getString("division"),
                        row.getString("grid"),
                        Columns.text(row, "headline"),
                        Columns.instant(row, "assessed_at")))
                .list();
        return new Page<>(rows, page, size, total);
    }

    /** The worst class among the domains that somebody sees. */
    private static String headline(Viewer viewer) {
        return viewer.scope().domains().isEmpty()
                ? "e.headline_class"
                : "(SELECT MAX(h.fused_class) FROM standing h WHERE h.entity_id = e.entity_id"
                        + " AND h.domain IN (:domains))";
    }

    /** Everything about a business that is of the person's domains; empty if there is none that this person may see. */
    public Optional<EntityDetail> find(Viewer viewer, String entityId) {
        viewer.require(Right.READ);
        Conditions where = Conditions.onEntities(viewer.scope()).and("e.entity_id = :%s", entityId);
        return jdbc.sql("SELECT e.message FROM assessment e" + where.clause())
                .params(where.values())
                .query(String.class)
                .optional()
                .map(Messages::assessment)
                .map(assessment -> detail(viewer, assessment));
    }

    private EntityDetail detail(Viewer viewer, AssessmentMessage all) {
        String id = all.entityId();
        Within within = new Within(viewer.scope());
        AssessmentMessage seen = within.seen(all);
        List<Evidence> cited = seen.contributions().stream()
                .flatMap(part -> part.evidence().stream())
                .toList();
        List<Paper> facts = papers.newestOf(viewer, id, cited);
        List<BoardRow> alerts = alerts(viewer, id);
        return new EntityDetail(
                seen,
                within.of(days(id), Day::domain),
                within.of(months(id), Month::domain),
                facts,
                alerts,
                GroupResult.of(seen, headings.groups()),
                Chain.of(alerts, classified(id), facts));
    }

    /** When the class of a month confirmed an alert, by alert. */
    private Map<String, Instant> classified(String entityId) {
        Map<String, Instant> at = new HashMap<>();
        jdbc.sql("SELECT alert_id, MIN(moved_at) AS at FROM alert_transition WHERE entity_id = :id"
                        + " AND transition = 'CLASSIFIED' GROUP BY alert_id")
                .param("id", entityId)
                .query(row -> {
                    at.put(Columns.text(row, "alert_id"), Columns.instant(row, "at"));
                });
        return at;
    }

    private List<Day> days(String entityId) {
        return jdbc.sql("SELECT assessed_on, domain, score, scale, fused_class FROM standing_day WHERE entity_id = :id"
                        + " ORDER BY assessed_on, domain")
                .param("id", entityId)
                .query((row, number) -> new Day(
                        row.getObject("assessed_on", LocalDate.class),
                        Columns.text(row, "domain"),
                        row.getInt("score"),
                        row.getInt("scale"),
                        Columns.text(row, "fused_class")))
                .list();
    }

    private List<Month> months(String entityId) {
        return jdbc.sql("SELECT class_month, origin, domain, score, fused_class, platform_class, difference"
                        + " FROM monthly_class WHERE entity_id = :id ORDER BY class_month DESC, origin, domain")
                .param("id", entityId)
                .query((row, number) -> new Month(
                        Columns.text(row, "class_month"),
                        Columns.text(row, "origin"),
                        Columns.text(row, "domain"),
                        row.getInt("score"),
                        Columns.text(row, "fused_class"),
                        row.getString("platform_class"),
                        row.getObject("difference", Integer.class)))
                .list();
    }

    private List<BoardRow> alerts(Viewer viewer, String entityId) {
        Conditions where = Conditions.onAlerts(viewer.scope()).and("a.entity_id = :%s", entityId);
        return jdbc.sql("SELECT " + BoardRow.COLUMNS + " FROM alert a" + where.clause()
                        + " ORDER BY a.is_open DESC, a.opened_at DESC LIMIT " + MOST_ALERTS)
                .params(where.values())
                .query(BoardRow::of)
                .list();
    }
}
