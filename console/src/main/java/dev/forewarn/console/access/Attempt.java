package dev.forewarn.console.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request that brings a password. */
public final class Attempt {

    private static final String BASIC = "basic ";
    private static final int LONGEST = 200;

    private Attempt() {}

    /** The account that a request wants to be; null if it brings no password. */
    public static @Nullable String account(HttpServletRequest request) {
        String name = isForm(request) ? request.getParameter("username") : basic(request);
        return name == null ? null : name.substring(0, Math.min(LONGEST, name.length()));
    }

    /** Whether it is the form of the login page. */
    public static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getServletPath().equals("/login");
    }

    static boolean hasBasicCredentials(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(BASIC);
    }

    private static @Nullable String basic(HttpServletRequest request) {
        if (!hasBasicCredentials(request)) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(request.getHeader(HttpHeaders.AUTHORIZATION)
                            .substring(BASIC.length())
                            .strip());
            String text = new String(decoded, StandardCharsets.UTF_8);
            return text.substring(0, Math.max(0, text.indexOf(':')));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
