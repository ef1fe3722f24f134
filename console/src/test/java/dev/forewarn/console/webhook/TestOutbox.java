package dev.forewarn.console.webhook;

import dev.forewarn.console.TestSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** An outbox with one hook that takes what is escalated. */
public final class TestOutbox {

    private TestOutbox() {}

    public static Outbox forEscalation(JdbcTemplate jdbc) {
        Hook sms = new Hook(
                "sms",
                URI.create("http://127.0.0.1:1/"),
                new Hook.Secret("sixteen-characters"),
                Set.of(Hook.Kind.ESCALATION),
                Set.of(),
                Set.of(),
                Set.of(),
                "to={contact}&text={text_zh} {entity_name} {unit}",
                "text/plain",
                Duration.ofSeconds(1),
                3,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofDays(1));
        return new Outbox(jdbc, new Hooks(List.of(sms)), TestSettings.of("salt"));
    }
}
