package dev.forewarn.console.catalogue;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.catalogue.CatalogueReport.RuleDifference;
import dev.forewarn.console.catalogue.CatalogueReport.ShadowAlert;
import dev.forewarn.console.catalogue.CatalogueReport.Verdict;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.query.Conditions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for catalogues: in force, on trial, and those that were. */
@Component
public class Catalogues {

    private static final int MOST_VERDICTS = 200;
    private static final int MOST_ALERTS = 50;
    private static final String TWIN = "%s.entity_id = a.entity_id AND %<s.rule = a.rule"
            + " AND COALESCE(%<s.subject, '') = COALESCE(a.subject, '') AND %<s.opened_at >= :since";

    private final JdbcClient jdbc;

    Catalogues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is in force and on trial. */
    public CatalogueReport report(Viewer viewer) {
        viewer.require(Right.READ);
        List<Verdict> history = verdicts();
        Verdict live = newest(history, "live");
        Verdict shadow = newest(history, "shadow");
        if (shadow == null || shadow.version().isEmpty() || shadow.effectiveAt() == null) {
            return new CatalogueReport(live, null, history, List.of(), List.of());
        }
        return new CatalogueReport(live, shadow, history, differences(viewer, shadow), onlyShadow(viewer, shadow));
    }

    /** The files of a publication by name; empty if there is no such one. */
    public Optional<Map<String, String>> files(Viewer viewer, long offset) {
        viewer.require(Right.READ);
        return jdbc.sql("SELECT content FROM catalogue_bundle WHERE record_offset = :offset")
                .param("offset", offset)
                .query(String.class)
                .optional()
                .map(BundleText::files);
    }

    private List<Verdict> verdicts() {
        return jdbc.sql("SELECT v.* FROM verdict v ORDER BY v.published_at DESC, v.record_offset DESC LIMIT "
                        + MOST_VERDICTS)
                .query((row, number) -> verdict(row))
                .list();
    }

    private static @Nullable Verdict newest(List<Verdict> history, String stage) {
        return history.stream()
                .filter(verdict -> verdict.accepted() && verdict.stage().equals(stage))
                .findFirst()
                .orElse(null);
    }

    private List<RuleDifference> differences(Viewer viewer, Verdict shadow) {
        Map<String, RuleDifference> rules = new LinkedHashMap<>();
        count(
                Conditions.onShadowAlerts(viewer.scope()).and("a.catalogue_version = :%s", shadow.version()),
                "shadow_alert",
                "EXISTS (SELECT 1 FROM alert t WHERE " + TWIN.formatted("t") + ")",
                shadow,
                (one, twins, all) -> new RuleDifference(one.rule(), one.nameZh(), one.nameEn(), twins, 0, all - twins),
                rules);
        count(
                Conditions.onAlerts(viewer.scope()),
                "alert",
                "EXISTS (SELECT 1 FROM shadow_alert t WHERE " + TWIN.formatted("t") + ")",
                shadow,
                (one, twins, all) -> new RuleDifference(
                        one.rule(), one.nameZh(), one.nameEn(), one.both(), all - twins, one.onlyShadow()),
                rules);
        List<RuleDifference> sorted = new ArrayList<>(rules.values());
        sorted.sort(Comparator.comparingLong((RuleDifference one) -> one.onlyLive() + one.onlyShadow())
                .reversed()
                .thenComparing(RuleDifference::rule));
        return sorted;
    }

    /** What is made of a rule's counts. */
    @FunctionalInterface
    private interface Made {
        RuleDifference of(RuleDifference soFar, long twins, long all);
    }

    private void count(
            Conditions where, String table, String twin, Verdict shadow, Made made, Map<String, RuleDifference> rules) {
        where.and("a.opened_at >= :since");
        jdbc.sql("SELECT a.rule, MAX(a.rule_name_zh) AS zh, MAX(a.rule_name_en) AS en, COUNT(*) AS n,"
                        + " SUM(CASE WHEN " + twin + " THEN 1 ELSE 0 END) AS twins FROM " + table + " a"
                        + where.clause() + " GROUP BY a.rule")
                .params(where.values())
                .param("since", Columns.value(java.util.Objects.requireNonNull(shadow.effectiveAt())))
                .query(row -> {
                    String rule = Columns.text(row, "rule");
                    RuleDifference soFar = rules.getOrDefault(
                            rule, new RuleDifference(rule, Columns.text(row, "zh"), Columns.text(row, "en"), 0, 0, 0));
                    rules.put(rule, made.of(soFar, row.getLong("twins"), row.getLong("n")));
                });
    }

    private List<ShadowAlert> onlyShadow(Viewer viewer, Verdict shadow) {
        Conditions where = Conditions.onShadowAlerts(viewer.scope())
                .and("a.catalogue_version = :%s", shadow.version())
                .and("a.opened_at >= :since")
                .and("NOT EXISTS (SELECT 1 FROM alert t WHERE " + TWIN.formatted("t") + ")");
        return jdbc.sql("SELECT a.* FROM shadow_alert a" + where.clause() + " ORDER BY a.opened_at DESC LIMIT "
                        + MOST_ALERTS)
                .params(where.values())
                .param("since", Columns.value(java.util.Objects.requireNonNull(shadow.effectiveAt())))
                .query((row, number) -> new ShadowAlert(
                        Columns.text(row, "alert_id"),
                        Columns.text(row, "entity_id"),
                        row.getString("entity_name"),
                        Columns.text(row, "rule"),
                        Columns.text(row, "rule_name_zh"),
                        Columns.text(row, "rule_name_en"),
                        Columns.level(row, "level_rank"),
                        row.getString("subject"),
                        Columns.words(row, "domains"),
                        Columns.text(row, "signal"),
                        Columns.instant(row, "opened_at")))
                .list();
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                Columns.text(row, "stage"),
                Columns.text(row, "version"),
                Columns.instant(row, "published_at"),
                row.getBoolean("accepted"),
                Columns.text(row, "reason"),
                Columns.text(row, "detail"),
                row.getString("author"),
                row.getString("approver"),
                row.getString("remark"),
                Columns.instantOrNull(row, "effective_at"),
                row.getString("previous_version"),
                row.getObject("bundle_offset", Long.class),
                row.getObject("entities", Long.class),
                row.getObject("worse", Long.class),
                row.getObject("better", Long.class),
                row.getObject("allowed_worse", Integer.class));
    }
}
