package dev.forewarn.console.api;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.board.Board;
import dev.forewarn.console.board.BoardFilter;
import dev.forewarn.console.board.Boards;
import dev.forewarn.console.feed.Feed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Boards: lists of alerts with their counts, as JSON, as a table, as a stream of what changes. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "board")
class BoardApi {

    private static final String PARAMETERS =
            "Parameters, each as often as wanted: level, domain, division, grid, family, rule, handling; once: text,"
                    + " entity, state (open, overdue, suppressed, closed, all), sort (urgent, newest), group (none, rule,"
                    + " entity), page, size (at most 500).";

    private final Boards boards;
    private final Feed feed;

    BoardApi(Boards boards, Feed feed) {
        this.boards = boards;
        this.feed = feed;
    }

    @GetMapping("/board")
    @Operation(summary = "Alerts by filter, with counts", description = PARAMETERS)
    Board board(Viewer viewer, @RequestParam MultiValueMap<String, String> parameters) {
        return boards.board(viewer, BoardFilter.of(parameters));
    }

    @GetMapping(path = "/board.csv", produces = "text/csv")
    @Operation(summary = "The same as a table, all pages in one", description = PARAMETERS)
    ResponseEntity<StreamingResponseBody> csv(Viewer viewer, @RequestParam MultiValueMap<String, String> parameters) {
        BoardFilter filter = BoardFilter.of(parameters);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"alerts.csv\"")
                .body(out -> new BoardCsv(boards).write(viewer, filter, out));
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "What changes, as server-sent events",
            description =
                    "Each event 'alerts' holds a list of changes; its id is the number of the last. Send it back as"
                            + " Last-Event-ID to go on there. An event 'reset' says that changes in between are no longer kept:"
                            + " read the board anew.")
    SseEmitter stream(Viewer viewer, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long after) {
        return feed.open(viewer, after);
    }
}
