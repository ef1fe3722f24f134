package dev.forewarn.console.board;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.board.BoardFilter.Group;
import dev.forewarn.console.board.BoardFilter.Sort;
import dev.forewarn.console.board.Tally.Cell;
import dev.forewarn.console.message.Levels;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.query.Conditions;
import dev.forewarn.console.query.Page;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for boards. Whoever asks sees what is within their scope and nothing else. */
@Component
public class Boards {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Turns<Asked, Board> turns = new Turns<>();

    /** What two who ask have in common if they are to see the same. */
    private record Asked(Scope scope, BoardFilter filter) {}

    Boards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The board of a filter, with its counts. */
    public Board board(Viewer viewer, BoardFilter filter) {
        viewer.require(Right.READ);
        return turns.take(new Asked(viewer.scope(), filter), () -> make(viewer, filter));
    }

    private Board make(Viewer viewer, BoardFilter filter) {
        Tally tally = tally(conditions(viewer, filter, false), filter);
        List<BoardRow> rows = rows(
                conditions(viewer, filter, true), filter, filter.size(), (long) (filter.page() - 1) * filter.size());
        return new Board(filter, new Page<>(rows, filter.page(), filter.size(), tally.total()), tally.counts());
    }

    /** All lines of a filter, in its order, whatever its page. */
    public void each(Viewer viewer, BoardFilter filter, Consumer<BoardRow> line) {
        viewer.require(Right.READ);
        Conditions where = conditions(viewer, filter, true);
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

    private Tally tally(Conditions where, BoardFilter filter) {
        List<Cell> cells = jdbc.sql("SELECT a.level_rank, a.rule, a.domains, MAX(a.rule_name_zh) AS zh,"
                        + " MAX(a.rule_name_en) AS en, COUNT(*) AS n, SUM(CASE WHEN a.missed_deadlines > 0"
                        + " OR a.due_at < CAST(:now AS TIMESTAMP WITH TIME ZONE) THEN 1 ELSE 0 END) AS late"
                        + " FROM alert a" + where.clause() + " GROUP BY a.level_rank, a.rule, a.domains")
                .params(where.values())
                .param("now", Columns.value(clock.instant()))
                .query((row, number) -> new Cell(
                        Columns.level(row, "level_rank"),
                        Columns.text(row, "rule"),
                        Columns.text(row, "zh"),
                        Columns.text(row, "en"),
                        Columns.words(row, "domains"),
                        row.getLong("n"),
                        row.getLong("late")))
                .list();
        return new Tally(cells, filter);
    }

    /**
     * What a filter asks for.
     *
     * @param isWhole whether the bounds on level, domain and rule, which a {@link Tally} sets itself, are set too
     */
    private Conditions conditions(Viewer viewer, BoardFilter filter, boolean isWhole) {
        Conditions where = Conditions.onAlerts(viewer.scope());
        state(where, filter);
        if (isWhole) {
            where.anyOf(filter.levels().stream().map(Levels::rank).toList(), "a.level_rank IN (:%s)");
            where.anyOf(
                    filter.domains(),
                    "EXISTS (SELECT 1 FROM alert_domain w WHERE w.alert_id = a.alert_id AND w.domain IN (:%s))");
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
