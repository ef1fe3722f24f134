package dev.forewarn.console.team;

import dev.forewarn.avro.Level;
import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.board.BoardFilter;
import dev.forewarn.console.board.Boards;
import dev.forewarn.console.month.Months;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.query.Conditions;
import dev.forewarn.console.query.Page;
import dev.forewarn.console.query.Today;
import dev.forewarn.console.team.TeamReport.Business;
import dev.forewarn.console.team.TeamReport.OfClass;
import dev.forewarn.console.team.TeamReport.Raised;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for what a team needs to know of its domain. */
@Component
public class Teams {

    private static final int FLAGS = 8;
    private static final int BUSINESSES = 25;
    private static final int DAYS = 30;
    private static final int WEEKS = 26;
    private static final int MONTHS = 13;

    private final JdbcClient jdbc;
    private final Boards boards;
    private final Months months;
    private final Today today;

    public Teams(JdbcClient jdbc, Boards boards, Months months, Today today) {
        this.jdbc = jdbc;
        this.boards = boards;
        this.months = months;
        this.today = today;
    }

    /** Domains in which there are businesses or alerts, within what this person may see. */
    public List<String> domains(Viewer viewer) {
        viewer.require(Right.READ);
        return jdbc
                .sql("SELECT DISTINCT domain FROM standing UNION SELECT DISTINCT domain FROM alert_domain ORDER BY 1")
                .query(String.class)
                .list()
                .stream()
                .filter(domain -> viewer.scope().domains().isEmpty()
                        || viewer.scope().domains().contains(domain))
                .toList();
    }

    /**
     * A domain.
     *
     * @param chosen class whose businesses are listed; empty for all
     * @param page of the businesses, from 1
     */
    public TeamReport report(Viewer viewer, String domain, String chosen, int page) {
        viewer.require(Right.READ);
        LocalDate day = today.day();
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate firstDay = day.minusDays(DAYS - 1);
        LocalDate firstWeek = monday.minusWeeks(WEEKS - 1);
        NavigableMap<LocalDate, Map<Level, Long>> raised = raised(viewer, domain, firstWeek);
        return new TeamReport(
                domain,
                domains(viewer),
                boards.board(
                        viewer,
                        BoardFilter.of(Map.of("domain", List.of(domain), "size", List.of(Integer.toString(FLAGS))))),
                classes(viewer, domain),
                chosen,
                businesses(viewer, domain, chosen, page),
                spans(raised, firstDay, DAYS, 1),
                spans(raised, firstWeek, WEEKS, 7),
                months.mixes(viewer, domain, MONTHS));
    }

    private static Conditions standings(Viewer viewer, String domain) {
        return Conditions.onEntities(viewer.scope()).and("s.domain = :%s", domain);
    }

    private List<OfClass> classes(Viewer viewer, String domain) {
        Conditions where = standings(viewer, domain);
        Map<String, OfClass> classes = new TreeMap<>();
        jdbc.sql("SELECT s.fused_class, COALESCE(s.baseline_class, '') AS official, COUNT(*) AS n"
                        + " FROM standing s JOIN assessment e ON e.entity_id = s.entity_id" + where.clause()
                        + " GROUP BY s.fused_class, COALESCE(s.baseline_class, '')")
                .params(where.values())
                .query(row -> {
                    long count = row.getLong("n");
                    add(classes, new OfClass(Columns.text(row, "fused_class"), count, 0));
                    String official = Columns.text(row, "official");
                    if (!official.isEmpty()) {
                        add(classes, new OfClass(official, 0, count));
                    }
                });
        return List.copyOf(classes.values());
    }

    private static void add(Map<String, OfClass> classes, OfClass more) {
        classes.merge(
                more.name(),
                more,
                (one, other) -> new OfClass(one.name(), one.live() + other.live(), one.official() + other.official()));
    }

    private Page<Business> businesses(Viewer viewer, String domain, String chosen, int page) {
        Conditions where = standings(viewer, domain);
        if (!chosen.isEmpty()) {
            where.and("s.fused_class = :%s", chosen);
        }
        String from = " FROM standing s JOIN assessment e ON e.entity_id = s.entity_id" + where.clause();
        long total = jdbc.sql("SELECT COUNT(*)" + from)
                .params(where.values())
                .query(Long.class)
                .single();
        List<Business> rows = jdbc.sql("SELECT e.entity_id, e.entity_name, e.entity_kind, e.division, e.grid, s.score,"
                        + " s.scale, s.fused_class, s.baseline_class, s.month_end_class, e.assessed_at,"
                        + " (SELECT COUNT(*) FROM alert a JOIN alert_domain d ON d.alert_id = a.alert_id"
                        + " WHERE a.entity_id = e.entity_id AND a.is_open AND d.domain = s.domain) AS open_alerts"
                        + from + " ORDER BY s.fused_class DESC, s.score DESC, e.entity_id LIMIT :most OFFSET :start")
                .params(where.values())
                .param("most", BUSINESSES)
                .param("start", (long) (page - 1) * BUSINESSES)
                .query((row, number) -> new Business(
                        Columns.text(row, "entity_id"),
                        row.getString("entity_name"),
                        row.getString("entity_kind"),
                        row.getString("division"),
                        row.getString("grid"),
                        row.getInt("score"),
                        row.getInt("scale"),
                        Columns.text(row, "fused_class"),
                        row.getString("baseline_class"),
                        row.getString("month_end_class"),
                        row.getLong("open_alerts"),
                        Columns.instant(row, "assessed_at")))
                .list();
        return new Page<>(rows, page, BUSINESSES, total);
    }

    /** Alerts by the bureau's day of their opening; databases disagree on zones, so days are made here. */
    private NavigableMap<LocalDate, Map<Level, Long>> raised(Viewer viewer, String domain, LocalDate from) {
        NavigableMap<LocalDate, Map<Level, Long>> raised = new TreeMap<>();
        Conditions where = Conditions.onAlerts(viewer.scope())
                .and("a.opened_at >= :%s", today.begin(from))
                .and("EXISTS (SELECT 1 FROM alert_domain w WHERE w.alert_id = a.alert_id AND w.domain = :%s)", domain);
        jdbc.sql("SELECT a.opened_at, a.peak_rank FROM alert a" + where.clause())
                .params(where.values())
                .query(row -> {
                    LocalDate day = LocalDate.ofInstant(Columns.instant(row, "opened_at"), today.zone());
                    raised.computeIfAbsent(day, one -> new EnumMap<>(Level.class))
                            .merge(Columns.level(row, "peak_rank"), 1L, Long::sum);
                });
        return raised;
    }

    private static List<Raised> spans(
            NavigableMap<LocalDate, Map<Level, Long>> raised, LocalDate first, int count, int length) {
        List<Raised> spans = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            LocalDate begin = first.plusDays((long) i * length);
            Map<Level, Long> sum = new HashMap<>();
            raised.subMap(begin, begin.plusDays(length))
                    .values()
                    .forEach(levels -> levels.forEach((level, n) -> sum.merge(level, n, Long::sum)));
            spans.add(new Raised(begin, sum));
        }
        return spans;
    }
}
