package dev.forewarn.console.alert;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.alert.AlertDetail.Moment;
import dev.forewarn.console.alert.AlertDetail.Refused;
import dev.forewarn.console.alert.AlertDetail.Waiting;
import dev.forewarn.console.board.BoardRow;
import dev.forewarn.console.message.AlertMessage;
import dev.forewarn.console.message.Evidence;
import dev.forewarn.console.message.Messages;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.query.Conditions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for single alerts, each for those within whose scope it is. */
@Component
public class Alerts {

    private static final int OTHERS = 20;

    private final JdbcClient jdbc;
    private final Papers papers;

    Alerts(JdbcClient jdbc, Papers papers) {
        this.jdbc = jdbc;
        this.papers = papers;
    }

    /** The newest message of an alert; empty if there is none that this person may see. */
    public Optional<AlertMessage> message(Viewer viewer, String alertId) {
        viewer.require(Right.READ);
        Conditions where = Conditions.onAlerts(viewer.scope()).and("a.alert_id = :%s", alertId);
        return jdbc.sql("SELECT a.message FROM alert a" + where.clause())
                .params(where.values())
                .query(String.class)
                .optional()
                .map(Messages::alert);
    }

    /** Everything about an alert; empty if there is none that this person may see. */
    public Optional<AlertDetail> find(Viewer viewer, String alertId) {
        return message(viewer, alertId).map(message -> detail(viewer, message));
    }

    private AlertDetail detail(Viewer viewer, AlertMessage message) {
        String alertId = message.alertId();
        List<Evidence> evidence = Stream.concat(
                        message.evidence().stream(),
                        message.contributions().stream().flatMap(part -> part.evidence().stream()))
                .distinct()
                .toList();
        return new AlertDetail(
                row(alertId),
                message,
                life(alertId),
                waiting(alertId),
                refused(alertId),
                papers.of(viewer, message.entityId(), evidence),
                others(viewer, message));
    }

    private BoardRow row(String alertId) {
        return jdbc.sql("SELECT " + BoardRow.COLUMNS + " FROM alert a WHERE a.alert_id = :id")
                .param("id", alertId)
                .query(BoardRow::of)
                .single();
    }

    private List<Moment> life(String alertId) {
        return jdbc.sql("SELECT t.*, COALESCE(p.name, t.actor_id_hash) AS actor FROM alert_transition t"
                        + " LEFT JOIN person p ON p.actor_id_hash = t.actor_id_hash"
                        + " WHERE t.alert_id = :id ORDER BY t.revision")
                .param("id", alertId)
                .query((row, number) -> new Moment(
                        row.getInt("revision"),
                        Columns.instant(row, "moved_at"),
                        Columns.text(row, "transition"),
                        Columns.text(row, "cause"),
                        Columns.level(row, "level_rank"),
                        Columns.text(row, "signal"),
                        Columns.text(row, "handling"),
                        row.getString("step"),
                        row.getString("actor"),
                        row.getString("actor_unit"),
                        row.getString("actor_role"),
                        row.getString("remark")))
                .list();
    }

    /** Steps on the newest revisions that neither a revision nor a refusal has answered. */
    private List<Waiting> waiting(String alertId) {
        return jdbc.sql("SELECT d.alert_revision, d.step, d.acted_at, COALESCE(p.name, d.actor_id_hash) AS actor"
                        + " FROM disposal d LEFT JOIN person p ON p.actor_id_hash = d.actor_id_hash"
                        + " WHERE d.alert_id = :id"
                        + " AND NOT EXISTS (SELECT 1 FROM alert_transition t WHERE t.alert_id = d.alert_id"
                        + " AND t.revision > d.alert_revision AND t.step = d.step"
                        + " AND t.actor_id_hash = d.actor_id_hash)"
                        + " AND NOT EXISTS (SELECT 1 FROM reject r WHERE r.alert_id = d.alert_id AND r.step = d.step"
                        + " AND r.alert_revision = d.alert_revision)"
                        + " ORDER BY d.acted_at DESC LIMIT 10")
                .param("id", alertId)
                .query((row, number) -> new Waiting(
                        row.getInt("alert_revision"),
                        Columns.text(row, "step"),
                        Columns.instant(row, "acted_at"),
                        Columns.text(row, "actor")))
                .list();
    }

    private List<Refused> refused(String alertId) {
        return jdbc.sql("SELECT rejected_at, alert_revision, step, reason, detail FROM reject WHERE alert_id = :id"
                        + " ORDER BY rejected_at DESC, record_offset DESC LIMIT 10")
                .param("id", alertId)
                .query((row, number) -> new Refused(
                        Columns.instant(row, "rejected_at"),
                        row.getInt("alert_revision"),
                        Columns.text(row, "step"),
                        Columns.text(row, "reason"),
                        Columns.text(row, "detail")))
                .list();
    }

    private List<BoardRow> others(Viewer viewer, AlertMessage message) {
        Conditions where = Conditions.onAlerts(viewer.scope())
                .and("a.is_open")
                .and("a.entity_id = :%s", message.entityId())
                .and("a.alert_id <> :%s", message.alertId());
        return jdbc.sql("SELECT " + BoardRow.COLUMNS + " FROM alert a" + where.clause()
                        + " ORDER BY a.level_rank DESC, a.moved_at DESC LIMIT " + OTHERS)
                .params(where.values())
                .query(BoardRow::of)
                .list();
    }
}
