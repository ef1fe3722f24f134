package dev.forewarn.console.month;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.catalogue.Outcome;
import dev.forewarn.console.catalogue.Outcomes;
import dev.forewarn.console.month.MonthReport.Move;
import dev.forewarn.console.month.Openings.Opening;
import dev.forewarn.console.query.BadRequest;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.query.Conditions;
import dev.forewarn.console.query.Today;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for months. Classes are the engine's own. */
@Component
public class Months {

    private static final String OURS = "m.origin = 'ENGINE'";

    /** One row for each business and month: its headline class, in the shape of a domain's class. */
    private static final String HEADLINES = "(SELECT DISTINCT h.entity_id, h.class_month, h.origin, h.division, h.grid,"
            + " %2$s AS fused_class FROM monthly_class h WHERE h.class_month = %1$s AND h.origin = 'ENGINE')";

    private static final String DOMAIN =
            "(SELECT h.entity_id, h.class_month, h.origin, h.division, h.grid, h.fused_class"
                    + " FROM monthly_class h WHERE h.class_month = %s AND h.origin = 'ENGINE' AND h.domain = :domain)";

    /** The headline of a business for those whose scope names domains: the worst class of these. */
    private static final String WORST_OF_DOMAINS = "(SELECT MAX(d.fused_class) FROM monthly_class d"
            + " WHERE d.entity_id = h.entity_id AND d.class_month = h.class_month AND d.origin = 'ENGINE'"
            + " AND d.domain IN (:domains))";

    private static final int LAST_YEAR = 9_998;

    private final JdbcClient jdbc;
    private final Outcomes outcomes;
    private final Today today;

    public Months(JdbcClient jdbc, Outcomes outcomes, Today today) {
        this.jdbc = jdbc;
        this.outcomes = outcomes;
        this.today = today;
    }

    /** The newest month that has classes; that of today if there is none. */
    public YearMonth newest(Viewer viewer) {
        return months(viewer).stream().findFirst().map(YearMonth::parse).orElseGet(() -> YearMonth.from(today.day()));
    }

    /**
     * One month.
     *
     * @param domain empty for headline classes and the alerts of all domains that the person sees
     * @throws BadRequest if the domain is not the person's
     */
    public MonthReport report(Viewer viewer, YearMonth month, String domain) {
        if (!domain.isEmpty() && !viewer.scope().seesDomain(domain)) {
            throw new BadRequest("there is no domain " + domain + " for you");
        }
        if (month.getYear() < 1 || month.getYear() > LAST_YEAR) {
            throw new BadRequest("month takes a month such as 2026-03; got " + month);
        }
        List<String> months = months(viewer);
        String key = month.toString();
        String before = month.minusMonths(1).toString();
        Map<String, SortedMap<String, Long>> mix = mix(viewer, key);
        long entities = mix.getOrDefault(domain, new TreeMap<>()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Openings openings = openings(viewer, month, domain, entities);
        return new MonthReport(
                key,
                months.stream()
                        .filter(one -> one.compareTo(key) < 0)
                        .findFirst()
                        .orElse(null),
                months.stream()
                        .filter(one -> one.compareTo(key) > 0)
                        .reduce((first, second) -> second)
                        .orElse(null),
                months,
                domain,
                mix,
                moves(viewer, key, before, domain),
                openings.early(one -> one.family().equals("LEAD")),
                openings.early(one -> one.family().equals("REMINDER")),
                openings.rules());
    }

    private List<String> months(Viewer viewer) {
        viewer.require(Right.READ);
        return jdbc.sql("SELECT DISTINCT m.class_month FROM monthly_class m WHERE " + OURS
                        + " ORDER BY m.class_month DESC")
                .query(String.class)
                .list();
    }

    private Map<String, SortedMap<String, Long>> mix(Viewer viewer, String month) {
        Map<String, SortedMap<String, Long>> mix = new LinkedHashMap<>();
        Conditions where = Conditions.onMonths(viewer.scope()).and(OURS);
        Conditions byDomain = Conditions.onMonths(viewer.scope()).and(OURS).and("m.class_month = :month");
        byDomain.anyOf(viewer.scope().domains(), "m.domain IN (:%s)");
        jdbc.sql("SELECT '' AS domain, m.fused_class, COUNT(*) AS n FROM " + headlines(viewer, ":month") + " m"
                        + where.clause() + " GROUP BY m.fused_class UNION ALL"
                        + " SELECT m.domain, m.fused_class, COUNT(*) AS n FROM monthly_class m" + byDomain.clause()
                        + " GROUP BY m.domain, m.fused_class ORDER BY 1, 2")
                .params(where.values())
                .params(byDomain.values())
                .param("month", month)
                .param("domains", viewer.scope().domains())
                .query(row -> {
                    mix.computeIfAbsent(Columns.text(row, "domain"), name -> new TreeMap<>())
                            .put(Columns.text(row, "fused_class"), row.getLong("n"));
                });
        return mix;
    }

    private static String headlines(Viewer viewer, String month) {
        return HEADLINES.formatted(month, viewer.scope().domains().isEmpty() ? "h.headline_class" : WORST_OF_DOMAINS);
    }

    private List<Move> moves(Viewer viewer, String month, String before, String domain) {
        String thisMonth = domain.isEmpty() ? headlines(viewer, ":month") : DOMAIN.formatted(":month");
        String monthBefore = domain.isEmpty() ? headlines(viewer, ":before") : DOMAIN.formatted(":before");
        Conditions now = Conditions.onMonths(viewer.scope());
        Conditions then = Conditions.onMonths(viewer.scope());
        List<Move> moves = new ArrayList<>(read(
                "SELECT COALESCE(p.fused_class, '') AS f, m.fused_class AS t, COUNT(*) AS n FROM "
                        + thisMonth + " m LEFT JOIN " + monthBefore
                        + " p ON p.entity_id = m.entity_id" + now.clause()
                        + " GROUP BY COALESCE(p.fused_class, ''), m.fused_class ORDER BY 1, 2",
                now,
                viewer,
                month,
                before,
                domain));
        moves.addAll(read(
                "SELECT m.fused_class AS f, '' AS t, COUNT(*) AS n FROM " + monthBefore
                        + " m"
                        + then.and("NOT EXISTS (SELECT 1 FROM monthly_class g WHERE g.entity_id = m.entity_id"
                                        + " AND g.origin = 'ENGINE' AND g.class_month = :month"
                                        + (domain.isEmpty() ? ")" : " AND g.domain = :domain)"))
                                .clause()
                        + " GROUP BY m.fused_class ORDER BY 1",
                then,
                viewer,
                month,
                before,
                domain));
        return moves;
    }

    private List<Move> read(String sql, Conditions where, Viewer viewer, String month, String before, String domain) {
        JdbcClient.StatementSpec query = jdbc.sql(sql)
                .params(where.values())
                .param("domains", viewer.scope().domains())
                .param("month", month)
                .param("before", before);
        if (!domain.isEmpty()) {
            query = query.param("domain", domain);
        }
        return query.query((row, number) -> new Move(Columns.text(row, "f"), Columns.text(row, "t"), row.getLong("n")))
                .list();
    }

    private Openings openings(Viewer viewer, YearMonth month, String domain, long entities) {
        Conditions where = Conditions.onAlerts(viewer.scope())
                .and("a.opened_at >= :%s", today.begin(month.atDay(1)))
                .and("a.opened_at < :%s", today.begin(month.plusMonths(1).atDay(1)));
        if (!domain.isEmpty()) {
            where.and("EXISTS (SELECT 1 FROM alert_domain w WHERE w.alert_id = a.alert_id AND w.domain = :%s)", domain);
        }
        List<Opening> all = jdbc.sql("SELECT a.family, a.rule, a.rule_name_zh, a.rule_name_en, a.kind, a.peak_rank,"
                        + " a.opened_at, a.lead_days, a.classified, a.outcome FROM alert a" + where.clause())
                .params(where.values())
                .query((row, number) -> new Opening(
                        Columns.text(row, "family"),
                        Columns.text(row, "rule"),
                        Columns.text(row, "rule_name_zh"),
                        Columns.text(row, "rule_name_en"),
                        Columns.text(row, "kind"),
                        Columns.level(row, "peak_rank").name(),
                        Columns.instant(row, "opened_at"),
                        row.getInt("lead_days"),
                        row.getBoolean("classified"),
                        Columns.text(row, "outcome")))
                .list();
        Map<String, String> meanings =
                outcomes.all().stream().collect(Collectors.toMap(Outcome::id, Outcome::meaning, (one, other) -> one));
        return new Openings(all, entities, meanings, today.zone(), today.now());
    }

    /** The classes of the last months in one domain, oldest first, by month. */
    public Map<String, SortedMap<String, Long>> mixes(Viewer viewer, String domain, int most) {
        Map<String, SortedMap<String, Long>> mixes = new LinkedHashMap<>();
        List<String> months = months(viewer);
        months.stream().limit(most).sorted().forEach(month -> mixes.put(month, new TreeMap<>()));
        if (mixes.isEmpty()) {
            return mixes;
        }
        Conditions where = Conditions.onMonths(viewer.scope())
                .and(OURS)
                .and("m.domain = :%s", domain)
                .anyOf(mixes.keySet(), "m.class_month IN (:%s)");
        jdbc.sql("SELECT m.class_month, m.fused_class, COUNT(*) AS n FROM monthly_class m" + where.clause()
                        + " GROUP BY m.class_month, m.fused_class")
                .params(where.values())
                .query(row -> {
                    mixes.computeIfAbsent(Columns.text(row, "class_month"), name -> new TreeMap<>())
                            .put(Columns.text(row, "fused_class"), row.getLong("n"));
                });
        return mixes;
    }
}
