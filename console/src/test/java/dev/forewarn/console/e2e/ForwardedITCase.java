package dev.forewarn.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a server that speaks HTTPS and says in X-Forwarded-* for whom it asks. */
class ForwardedITCase {

    private static final int MOST_OF_ADDRESS = 50;

    @Test
    void whoIsBehindTheProxyIsHeldBackAlone(@TempDir Path folder) throws Exception {
        try (TestConsole console = start(folder)) {
            for (int i = 0; i < MOST_OF_ADDRESS; i++) {
                assertThat(status(console, "guess" + i, "198.51.100.7")).isEqualTo(401);
            }
            assertThat(status(console, "centre", "198.51.100.7")).isEqualTo(429);
            assertThat(status(console, "centre", "198.51.100.8")).isEqualTo(200);
            assertThat(console.send(console.requestOf("auditor", "/api/v1/audit?account=guess1"))
                            .body())
                    .contains("\"address\":\"198.51.100.7\"");
        }
    }

    @Test
    void theCookieOfTheSessionGoesOverHttpsOnlyIfThePageDid(@TempDir Path folder) throws Exception {
        try (TestConsole console = start(folder)) {
            assertThat(cookies(console, "https")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
            assertThat(cookies(console, "http")).isNotEmpty().noneMatch(cookie -> cookie.contains("Secure"));
            HttpResponse<String> toLogin = console.send(HttpRequest.newBuilder(URI.create(console.address() + "/board"))
                    .header("X-Forwarded-Proto", "https"));
            assertThat(toLogin.headers().firstValue("Location").orElse("/")).doesNotStartWith("http:");
        }
    }

    @Test
    void aProxyThatIsNotNamedIsNotBelieved(@TempDir Path folder) throws Exception {
        try (TestConsole console = start(folder, "--server.tomcat.remoteip.internal-proxies=192.0.2.1/32")) {
            assertThat(status(console, "guess", "198.51.100.7")).isEqualTo(401);
            assertThat(console.send(console.requestOf("auditor", "/api/v1/audit?account=guess"))
                            .body())
                    .contains("\"address\":\"127.0.0.1\"");
            assertThat(cookies(console, "https")).noneMatch(cookie -> cookie.contains("Secure"));
        }
    }

    private static TestConsole start(Path folder, String... more) throws Exception {
        List<String> settings = new java.util.ArrayList<>(List.of(more));
        settings.add(TestUsers.in(folder));
        return TestConsole.start(
                "127.0.0.1:1", TestConsole.PREFIX, folder.resolve("data"), settings.toArray(String[]::new));
    }

    private static int status(TestConsole console, String account, String address) throws Exception {
        String password = account.startsWith("guess") ? "wrong" : TestConsole.PASSWORD;
        return console.send(
                        console.requestOf(account, password, "/api/v1/board").header("X-Forwarded-For", address))
                .statusCode();
    }

    private static List<String> cookies(TestConsole console, String protocol) throws Exception {
        return console.send(HttpRequest.newBuilder(URI.create(console.address() + "/login"))
                        .header("X-Forwarded-Proto", protocol))
                .headers()
                .allValues("Set-Cookie");
    }
}
