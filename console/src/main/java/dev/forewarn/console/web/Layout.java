package dev.forewarn.console.web;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.access.Viewers;
import dev.forewarn.console.feed.Feed;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page needs. */
@ControllerAdvice("dev.forewarn.console.web")
class Layout {

    private static final String THEME = "forewarn-theme";

    private final List<NavEntry> entries;
    private final Feed feed;

    Layout(List<NavEntry> entries, Feed feed) {
        this.feed = feed;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavEntry::order))
                .toList();
    }

    @ModelAttribute("nav")
    List<NavEntry> nav(@AuthenticationPrincipal @Nullable Object principal) {
        return Viewers.of(principal)
                .map(viewer -> entries.stream()
                        .filter(entry -> viewer.may(entry.right()))
                        .toList())
                .orElse(List.of());
    }

    @ModelAttribute("viewer")
    @Nullable
    Viewer viewer(@AuthenticationPrincipal @Nullable Object principal) {
        return Viewers.of(principal).orElse(null);
    }

    /** Where the stream of the page begins; taken before the page asks for anything. */
    @ModelAttribute("seq")
    long seq() {
        return feed.newest();
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** {@code light} or {@code dark}, as the person chose last; {@code auto} as their machine says. */
    @ModelAttribute("theme")
    String theme(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(THEME) && List.of("light", "dark").contains(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return "auto";
    }
}
