package dev.forewarn.console.health;

import dev.forewarn.console.access.AccessSettings;
import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.catalogue.Headings;
import dev.forewarn.console.catalogue.Headings.Heading;
import dev.forewarn.console.health.HealthReport.Partition;
import dev.forewarn.console.health.HealthReport.Poisoned;
import dev.forewarn.console.health.HealthReport.Reason;
import dev.forewarn.console.health.HealthReport.Rejected;
import dev.forewarn.console.health.HealthReport.Source;
import dev.forewarn.console.ingest.IngestStatus;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.query.Conditions;
import dev.forewarn.console.query.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks how the installation runs. */
@Component
public class Healths {

    private static final int REJECTS = 25;
    private static final int MOST_POISONED = 50;

    /** What the engine puts before the name of a source to make the entity of its silence. */
    private static final String SOURCE = "source:";

    private final JdbcClient jdbc;
    private final IngestStatus status;
    private final Flink flink;
    private final Headings headings;
    private final Set<String> informants;

    @Autowired
    Healths(JdbcClient jdbc, IngestStatus status, Flink flink, Headings headings, AccessSettings access) {
        this(jdbc, status, flink, headings, access.informants());
    }

    Healths(JdbcClient jdbc, IngestStatus status, Flink flink, Headings headings, Set<String> informants) {
        this.jdbc = jdbc;
        this.status = status;
        this.flink = flink;
        this.headings = headings;
        this.informants = Set.copyOf(informants);
    }

    /**
     * How things are.
     *
     * @param chosen reason whose rejects are listed; empty for all
     * @param page of the rejects, from 1
     */
    public HealthReport report(Viewer viewer, String chosen, int page) {
        viewer.require(Right.OPERATE);
        IngestStatus.Report reading = status.report();
        Set<String> withheld = viewer.may(Right.INFORMANTS) ? Set.of() : informants;
        return new HealthReport(
                reading,
                partitions(reading),
                flink.checkpoints(),
                reasons(viewer.scope()),
                chosen,
                rejects(viewer.scope(), chosen, page, withheld),
                poisoned(viewer.scope(), withheld),
                sources(viewer));
    }

    private List<Partition> partitions(IngestStatus.Report reading) {
        Map<String, Long> lags = reading.lags().stream()
                .collect(Collectors.toMap(
                        lag -> lag.topic() + " " + lag.partition(), IngestStatus.Lag::records, (one, other) -> other));
        return jdbc.sql("SELECT topic, partition_no, next_offset, moved_at FROM place ORDER BY topic, partition_no")
                .query((row, number) -> new Partition(
                        Columns.text(row, "topic"),
                        row.getInt("partition_no"),
                        row.getLong("next_offset"),
                        lags.get(Columns.text(row, "topic") + " " + row.getInt("partition_no")),
                        Columns.instant(row, "moved_at")))
                .list();
    }

    private List<Reason> reasons(Scope scope) {
        Conditions where = Conditions.onRejects(scope);
        return jdbc.sql("SELECT r.reason, COUNT(*) AS n, MAX(r.rejected_at) AS newest FROM reject r" + where.clause()
                        + " GROUP BY r.reason ORDER BY n DESC, r.reason")
                .params(where.values())
                .query((row, number) ->
                        new Reason(Columns.text(row, "reason"), row.getLong("n"), Columns.instant(row, "newest")))
                .list();
    }

    private Page<Rejected> rejects(Scope scope, String chosen, int page, Set<String> withheld) {
        Conditions where = Conditions.onRejects(scope);
        if (!chosen.isEmpty()) {
            where.and("r.reason = :%s", chosen);
        }
        long total = jdbc.sql("SELECT COUNT(*) FROM reject r" + where.clause())
                .params(where.values())
                .query(Long.class)
                .single();
        List<Rejected> rows = jdbc.sql(
                        "SELECT r.* FROM reject r" + where.clause()
                                + " ORDER BY r.rejected_at DESC, r.partition_no, r.record_offset DESC LIMIT :most OFFSET :start")
                .params(where.values())
                .param("most", REJECTS)
                .param("start", (long) (page - 1) * REJECTS)
                .query((row, number) -> rejected(row, scope, withheld))
                .list();
        return new Page<>(rows, page, REJECTS, total);
    }

    /** A reject; what it says of its input is left out where the input is of a domain that is not the reader's. */
    private static Rejected rejected(ResultSet row, Scope scope, Set<String> withheld) throws SQLException {
        byte[] input = row.getBytes("input");
        boolean isTheirs = row.getString("alert_id") != null || Printable.isWithin(input, scope);
        return new Rejected(
                Columns.instant(row, "rejected_at"),
                Columns.text(row, "reason"),
                isTheirs ? Columns.text(row, "detail") : "",
                Columns.text(row, "input_topic"),
                row.getInt("input_partition"),
                row.getLong("input_offset"),
                row.getString("entity_id"),
                row.getInt("input_length"),
                Columns.text(row, "input_sha256"),
                isTheirs ? Printable.of(input, withheld) : "");
    }

    /** Whose a message is that cannot be read is not known: those with a bound see that there is one, not what. */
    private List<Poisoned> poisoned(Scope scope, Set<String> withheld) {
        return jdbc.sql("SELECT * FROM poisoned ORDER BY stored_at DESC, topic, partition_no, record_offset DESC LIMIT "
                        + MOST_POISONED)
                .query((row, number) -> new Poisoned(
                        Columns.text(row, "topic"),
                        row.getInt("partition_no"),
                        row.getLong("record_offset"),
                        Columns.text(row, "reason"),
                        scope.isBounded() ? "" : Columns.text(row, "detail"),
                        row.getInt("content_length"),
                        scope.isBounded() ? "" : Printable.of(row.getBytes("content"), withheld),
                        Columns.instant(row, "stored_at")))
                .list();
    }

    private List<Source> sources(Viewer viewer) {
        Map<String, Heading> names = headings.sources();
        Map<String, String> alerts = viewer.may(Right.READ) ? silences(viewer) : Map.of();
        return jdbc.sql("SELECT * FROM source_state ORDER BY CASE WHEN silent_since IS NULL THEN 1 ELSE 0 END,"
                        + " silent_since, source")
                .query((row, number) -> {
                    String source = Columns.text(row, "source");
                    Heading name = names.getOrDefault(source, new Heading(source, source, source, ""));
                    return new Source(
                            source,
                            name.nameZh(),
                            name.nameEn(),
                            row.getObject("silent_since", LocalDate.class),
                            row.getObject("newest_day", LocalDate.class),
                            alerts.get(source));
                })
                .list();
    }

    /** Open alerts about silent sources, by source. */
    private Map<String, String> silences(Viewer viewer) {
        Conditions where =
                Conditions.onAlerts(viewer.scope()).and("a.is_open").and("a.entity_id LIKE :%s", SOURCE + "%");
        Map<String, String> alerts = new HashMap<>();
        jdbc.sql("SELECT a.entity_id, a.alert_id FROM alert a" + where.clause())
                .params(where.values())
                .query(row -> {
                    alerts.put(Columns.text(row, "entity_id").substring(SOURCE.length()), row.getString("alert_id"));
                });
        return alerts;
    }
}
