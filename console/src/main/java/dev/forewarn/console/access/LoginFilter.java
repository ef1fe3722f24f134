package dev.forewarn.console.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds back those who have sent too many wrong passwords, whether by the form or with a request. */
final class LoginFilter extends OncePerRequestFilter {

    private final LoginThrottle throttle;

    LoginFilter(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = Attempt.account(request);
        if (account == null) {
            chain.doFilter(request, response);
            return;
        }
        String address = request.getRemoteAddr();
        Duration wait = throttle.wait(account, address);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            count(account, address);
        } else if (Attempt.isForm(request)) {
            response.sendRedirect(request.getContextPath() + "/login?later");
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private void count(String account, String address) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        boolean isIn = Viewers.of(login == null ? null : login.getPrincipal())
                .filter(viewer -> viewer.id().equals(account))
                .isPresent();
        if (isIn) {
            throttle.right(account, address);
        } else {
            throttle.wrong(account, address);
        }
    }
}
