package dev.forewarn.console.alert;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.alert.AlertDetail.Paper;
import dev.forewarn.console.message.Evidence;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.query.Conditions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the papers behind a number: facts as their sources sent them. Who asks has been found to see the business. */
@Component
public class Papers {

    private final JdbcClient jdbc;
    private final Informants informants;

    public Papers(JdbcClient jdbc, Informants informants) {
        this.jdbc = jdbc;
        this.informants = informants;
    }

    /**
     * The cited versions, newest first; those that this console has never read are missing. What leads to an informant
     * is left out for those who may not see it.
     */
    public List<Paper> of(Viewer viewer, String entityId, List<Evidence> cited) {
        if (cited.isEmpty()) {
            return List.of();
        }
        Set<String> versions = cited.stream()
                .map(one -> version(one.type(), one.recordKey(), one.revision()))
                .collect(Collectors.toSet());
        return jdbc
                .sql("SELECT f.* FROM fact f WHERE f.entity_id = :entity AND f.kept_key IN (:keys)"
                        + " ORDER BY f.occurred_at DESC, f.recorded_at DESC")
                .param("entity", entityId)
                .param(
                        "keys",
                        cited.stream().map(Evidence::recordKey).distinct().toList())
                .query((row, number) -> paper(row))
                .list()
                .stream()
                .filter(paper -> versions.contains(version(paper.type(), paper.recordKey(), paper.revision())))
                .map(paper -> viewer.may(Right.INFORMANTS) ? paper : informants.leftOutOf(paper))
                .toList();
    }

    /**
     * The facts of a business, each in the version that wins as far as stamps tell (revision, then time, then a
     * retraction), newest first; retracted ones too. What leads to an informant is left out.
     *
     * @param cited by what this person sees of the business, of whatever domain
     */
    public List<Paper> newestOf(Viewer viewer, String entityId, Collection<Evidence> cited) {
        Conditions where = Conditions.onFacts(
                        viewer.scope(),
                        cited.stream()
                                .map(one -> one.type() + " " + one.recordKey())
                                .distinct()
                                .toList())
                .and("f.place = 1");
        return jdbc.sql("SELECT f.* FROM (SELECT g.*, ROW_NUMBER() OVER (PARTITION BY g.fact_type, g.record_key"
                        + " ORDER BY g.revision DESC, g.recorded_at DESC, g.op DESC) AS place"
                        + " FROM fact g WHERE g.entity_id = :entity) f" + where.clause()
                        + " ORDER BY f.occurred_at DESC, f.fact_type, f.record_key LIMIT 1000")
                .params(where.values())
                .param("entity", entityId)
                .query((row, number) -> informants.leftOutOf(paper(row)))
                .list();
    }

    private static String version(String type, String key, int revision) {
        return type + " " + key + " " + revision;
    }

    private static Paper paper(ResultSet row) throws SQLException {
        return new Paper(
                Columns.text(row, "fact_type"),
                Columns.text(row, "kept_key"),
                row.getInt("revision"),
                Columns.text(row, "op"),
                Columns.text(row, "source"),
                Columns.instant(row, "occurred_at"),
                Columns.instant(row, "recorded_at"),
                Columns.instantOrNull(row, "due_at"),
                Columns.instantOrNull(row, "ended_at"),
                row.getString("subject"),
                row.getString("severity"),
                row.getObject("amount", Long.class),
                Columns.text(row, "message"));
    }
}
