package dev.forewarn.console.web;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.board.Board;
import dev.forewarn.console.board.BoardFilter;
import dev.forewarn.console.board.BoardFilter.Group;
import dev.forewarn.console.board.BoardFilter.State;
import dev.forewarn.console.board.Boards;
import dev.forewarn.core.handling.HandlingState;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The live board. Its address says what it shows; {@code wall} is the same, large and dark, for a wall. */
@Controller
class BoardPage {

    private static final int WALL_LINES = 14;

    private final Boards boards;

    BoardPage(Boards boards) {
        this.boards = boards;
    }

    @Bean
    static NavEntry boardEntry() {
        return new NavEntry(10, "/board", "nav.board", Right.READ);
    }

    @GetMapping("/board")
    String board(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean isPart,
            Model model) {
        show(viewer, parameters, "/board", model);
        return isPart ? "board :: live" : "board";
    }

    @GetMapping("/wall")
    String wall(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean isPart,
            Model model) {
        parameters.putIfAbsent("size", List.of(Integer.toString(WALL_LINES)));
        show(viewer, parameters, "/wall", model);
        return isPart ? "wall :: live" : "wall";
    }

    private void show(Viewer viewer, MultiValueMap<String, String> parameters, String page, Model model) {
        BoardFilter filter = BoardFilter.of(parameters);
        Board board = boards.board(viewer, filter);
        model.addAttribute("board", board);
        model.addAttribute("filter", filter);
        model.addAttribute("choices", Choices.ALL);
        model.addAttribute("links", new BoardLinks(page, filter));
    }

    /** What may be chosen in lists. */
    record Choices(List<State> states, List<Group> groups, List<HandlingState> handlings) {

        private static final Choices ALL =
                new Choices(List.of(State.values()), List.of(Group.values()), List.of(HandlingState.values()));

        Choices {
            states = List.copyOf(states);
            groups = List.copyOf(groups);
            handlings = List.copyOf(handlings);
        }
    }
}
