package dev.forewarn.console.web;

import dev.forewarn.avro.Level;
import dev.forewarn.console.board.BoardFilter;
import dev.forewarn.console.board.BoardFilter.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of boards that differ from the present one in one choice. */
public record BoardLinks(String page, BoardFilter filter) {

    /** The present one. */
    public String here() {
        return page + filter.query();
    }

    /** With a level more, or less if it was chosen. */
    public String level(Level level) {
        return page
                + with(toggled(filter.levels(), level), filter.domains(), filter.state(), filter.entity())
                        .query();
    }

    public String domain(String domain) {
        return page
                + with(filter.levels(), toggled(filter.domains(), domain), filter.state(), filter.entity())
                        .query();
    }

    /** Only those whose deadline is missed; if it was chosen, all open ones again. */
    public String overdue() {
        State other = filter.state() == State.OVERDUE ? State.OPEN : State.OVERDUE;
        return page
                + with(filter.levels(), filter.domains(), other, filter.entity())
                        .query();
    }

    /** All alerts of one business. */
    public String entity(String entityId) {
        return page + with(List.of(), List.of(), State.ALL, entityId).query();
    }

    public String page(long number) {
        return page + filter.onPage((int) number).query();
    }

    /** The same as a table for other programs. */
    public String csv() {
        return "/api/v1/board.csv" + filter.onPage(1).query();
    }

    /** The same on another page: the wall, or back from it. */
    public String on(String otherPage) {
        return otherPage + filter.onPage(1).query();
    }

    private BoardFilter with(List<Level> levels, List<String> domains, State state, @Nullable String entity) {
        return new BoardFilter(
                levels,
                domains,
                filter.divisions(),
                filter.grids(),
                filter.families(),
                filter.rules(),
                filter.handlings(),
                filter.text(),
                entity == null ? "" : entity,
                state,
                filter.sort(),
                filter.group(),
                1,
                filter.size());
    }

    private static <T> List<T> toggled(List<T> chosen, T one) {
        List<T> other = new ArrayList<>(chosen);
        if (!other.remove(one)) {
            other.add(one);
        }
        return other;
    }
}
