package dev.forewarn.console.web;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.feed.Feed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream that open pages listen to. */
@Controller
class StreamPage {

    private final Feed feed;

    StreamPage(Feed feed) {
        this.feed = feed;
    }

    /**
     * @param came the last change that a browser had which comes back by itself
     * @param after the last change before the page was made
     */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            Viewer viewer,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long came,
            @RequestParam(required = false) @Nullable Long after) {
        return feed.open(viewer, came == null ? after : came);
    }
}
