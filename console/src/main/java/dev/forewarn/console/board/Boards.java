package dev.forewarn.console.board;

import dev.forewarn.avro.Level;
import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.board.BoardFilter.Group;
import dev.forewarn.console.board.BoardFilter.Sort;
import dev.forewarn.console.message.Levels;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.query.Conditions;
import dev.forewarn.console.query.Page;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for boards. Whoever asks sees what is within their scope and nothing else. */
@Component
public class Boards {

    private final JdbcClient jdbc;
    private final Clock clock;

    Boards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The board of a filter, with its counts. */
    public Board board(Viewer viewer, BoardFilter filter) {
        viewer.require(Right.READ);
        Conditions where = conditions(viewer, filter, Bounds.ALL);
        long total = jdbc.sql("SELECT COUNT(*) FROM alert a" + where.clause())
                .params(where.values())
                .query(Long.class)
                .single();
        List<BoardRow> rows = rows(where, filter, filter.size(), (long) (filter.page() - 1) * filter.size());
        return new Board(filter, new Page<>(rows, filter.page(), filter.size(), total), counts(viewer, filter));
    }

    /** All lines of a filter, in its order, whatever its page. */
    public void each(Viewer viewer, BoardFilter filter, Consumer<BoardRow> line) {
        viewer.require(Right.READ);
        Conditions where = conditions(viewer, filter, Bounds.ALL);
        try (Stream<BoardRow> rows =
                jdbc.sql(select(where, filter)).params(where.values()).query(BoardRow::of).stream()) {
            rows.forEach(line);
        }
    }

    private List<BoardRow> rows(Conditions where, BoardFilter filter, int most, long from) {
        return jdbc.sql(select(where, filter) + " LIMIT :most OFFSET :from")
                .params(where.values())
                .param("most", most)
                .param("from", from)
                .query(BoardRow::of)
                .list();
    }

    private static String select(Conditions where, BoardFilter filter) {
        return "SELECT " + BoardRow.COLUMNS + " FROM alert a" + where.clause() + " ORDER BY " + order(filter);
    }

    private static String order(BoardFilter filter) {
        String group = filter.group() == Group.NONE
                ? ""
                : "MAX(a.level_rank) OVER (PARTITION BY a.%1$s) DESC, a.%1$s, "
                        .formatted(filter.group() == Group.RULE ? "rule" : "entity_id");
        String urgent = "a.level_rank DESC, CASE WHEN a.due_at IS NULL THEN 1 ELSE 0 END, a.due_at, ";
        return group + (filter.sort() == Sort.URGENT ? urgent : "") + "a.moved_at DESC, a.alert_id";
    }

    private Counts counts(Viewer viewer, BoardFilter filter) {
        return new Counts(
                byLevel(conditions(viewer, filter, Bounds.NOT_LEVEL)),
                byDomain(conditions(viewer, filter, Bounds.NOT_DOMAIN)),
                byRule(conditions(viewer, filter, Bounds.NOT_RULE)),
                overdue(conditions(viewer, filter, Bounds.ALL)));
    }

    private Map<Level, Long> byLevel(Conditions where) {
        Map<Level, Long> counts = new LinkedHashMap<>();
        for (Level level : Levels.FROM_RED) {
            counts.put(level, 0L);
        }
        jdbc.sql("SELECT a.level_rank, COUNT(*) AS n FROM alert a" + where.clause() + " GROUP BY a.level_rank")
                .params(where.values())
                .query(row -> {
                    counts.put(Columns.level(row, "level_rank"), row.getLong("n"));
                });
        return counts;
    }

    private Map<String, Long> byDomain(Conditions where) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("SELECT x.domain, COUNT(*) AS n FROM alert a JOIN alert_domain x ON x.alert_id = a.alert_id"
                        + where.clause() + " GROUP BY x.domain ORDER BY n DESC, x.domain")
                .params(where.values())
                .query(row -> {
                    counts.put(row.getString("domain"), row.getLong("n"));
                });
        return counts;
    }

    private List<Counts.OfRule> byRule(Conditions where) {
        return jdbc.sql("SELECT a.rule, MAX(a.rule_name_zh) AS zh, MAX(a.rule_name_en) AS en, COUNT(*) AS n,"
                        + " MAX(a.level_rank) AS highest FROM alert a" + where.clause()
                        + " GROUP BY a.rule ORDER BY highest DESC, a.rule")
                .params(where.values())
                .query((row, number) -> new Counts.OfRule(
                        Columns.text(row, "rule"),
                        Columns.text(row, "zh"),
                        Columns.text(row, "en"),
                        row.getLong("n"),
                        Columns.level(row, "highest")))
                .list();
    }

    private long overdue(Conditions where) {
        where.and("(a.missed_deadlines > 0 OR a.due_at < :%s)", Columns.value(clock.instant()));
        return jdbc.sql("SELECT COUNT(*) FROM alert a" + where.clause())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    /** Which of a filter's bounds are set. */
    private enum Bounds {
        ALL,
        NOT_LEVEL,
        NOT_DOMAIN,
        NOT_RULE
    }

    private Conditions conditions(Viewer viewer, BoardFilter filter, Bounds bounds) {
        Conditions where = Conditions.onAlerts(viewer.scope());
        state(where, filter);
        if (bounds != Bounds.NOT_LEVEL) {
            where.anyOf(filter.levels().stream().map(Levels::rank).toList(), "a.level_rank IN (:%s)");
        }
        if (bounds != Bounds.NOT_DOMAIN) {
            where.anyOf(
                    filter.domains(),
                    "EXISTS (SELECT 1 FROM alert_domain w WHERE w.alert_id = a.alert_id AND w.domain IN (:%s))");
        }
        if (bounds != Bounds.NOT_RULE) {
            where.anyOf(filter.rules(), "a.rule IN (:%s)");
        }
        where.within("a.division", filter.divisions());
        where.anyOf(filter.grids(), "a.grid IN (:%s)");
        where.anyOf(filter.families(), "a.family IN (:%s)");
        where.anyOf(filter.handlings(), "a.handling IN (:%s)");
        if (!filter.text().isEmpty()) {
            where.contains("a.searched", filter.text());
        }
        if (!filter.entity().isEmpty()) {
            where.and("a.entity_id = :%s", filter.entity());
        }
        return where;
    }

    private void state(Conditions where, BoardFilter filter) {
        Object now = Columns.value(clock.instant());
        switch (filter.state()) {
            case OPEN -> where.and("a.is_open").and("(a.suppressed_until IS NULL OR a.suppressed_until <= :%s)", now);
            case OVERDUE -> where.and("a.is_open").and("(a.missed_deadlines > 0 OR a.due_at < :%s)", now);
            case SUPPRESSED -> where.and("a.is_open").and("a.suppressed_until > :%s", now);
            case CLOSED -> where.and("NOT a.is_open");
            case ALL -> {}
        }
    }
}
