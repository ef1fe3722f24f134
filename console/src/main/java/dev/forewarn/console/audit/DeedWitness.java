package dev.forewarn.console.audit;

import dev.forewarn.console.access.Attempt;
import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.access.Viewers;
import dev.forewarn.console.access.Witness;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes every login, change, export and refusal, whichever page or program it came from. */
@Component
class DeedWitness implements Witness {

    private static final Set<String> LOOKS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 409, 422, 429);
    private static final int LONGEST = 500;

    private final Deeds deeds;
    private final Clock clock;

    DeedWitness(Deeds deeds, Clock clock) {
        this.deeds = deeds;
        this.clock = clock;
    }

    @Override
    public Filter filter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                Optional<Viewer> before = viewer();
                chain.doFilter(request, response);
                Optional<Viewer> after = viewer();
                deed(request, response, after.isPresent() ? after : before).ifPresent(deeds::keep);
            }
        };
    }

    private static Optional<Viewer> viewer() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return Viewers.of(login == null ? null : login.getPrincipal());
    }

    private Optional<Deed> deed(HttpServletRequest request, HttpServletResponse response, Optional<Viewer> viewer) {
        String tried = Attempt.account(request);
        boolean isLogin = isLogin(request, tried, viewer);
        int status = response.getStatus();
        boolean isRefused = isLogin ? viewer.isEmpty() : status >= 400;
        if (request.getAttribute(DeedNote.ATTRIBUTE) instanceof DeedNote note) {
            return Optional.of(deed(request, viewer, tried, note));
        }
        String action = isLogin ? "login" : action(request, response);
        boolean isOfNobody = viewer.isEmpty() && tried == null;
        if (action.equals("look") && (isOfNobody || !REFUSALS.contains(status))) {
            return Optional.empty();
        }
        DeedNote note = new DeedNote(
                action, isLogin ? "" : path(request), isRefused ? (isLogin ? "login" : "status " + status) : "", "");
        return Optional.of(deed(request, viewer, tried, note));
    }

    /** A program logs in with every request: that is noted if it fails. */
    private static boolean isLogin(HttpServletRequest request, @Nullable String tried, Optional<Viewer> viewer) {
        return Attempt.isForm(request)
                || request.getServletPath().startsWith("/login/oauth2/")
                || (tried != null && viewer.isEmpty());
    }

    private static String action(HttpServletRequest request, HttpServletResponse response) {
        if (request.getServletPath().equals("/logout")) {
            return "logout";
        }
        if (!LOOKS.contains(request.getMethod())) {
            return "change";
        }
        return response.getHeader(HttpHeaders.CONTENT_DISPOSITION) == null ? "look" : "export";
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getMethod() + " " + request.getServletPath() + (query == null ? "" : "?" + query);
    }

    private Deed deed(HttpServletRequest request, Optional<Viewer> viewer, @Nullable String tried, DeedNote note) {
        String account = viewer.map(Viewer::id).orElse(tried == null ? "" : tried);
        String roles = viewer.map(
                        one -> one.roles().stream().map(Role::wireName).sorted().collect(Collectors.joining(",")))
                .orElse("");
        boolean isDone = note.refusal().isEmpty();
        return new Deed(
                clock.instant(),
                brief(account),
                roles,
                request.getRemoteAddr(),
                note.action(),
                brief(note.subject()),
                isDone ? Deed.DONE : Deed.REFUSED,
                brief(isDone ? note.detail() : (note.detail() + " " + note.refusal()).strip()));
    }

    /** As much as is kept; what no database takes is replaced. */
    private static String brief(String text) {
        return text.substring(0, Math.min(LONGEST, text.length())).replace('\0', '\uFFFD');
    }
}
