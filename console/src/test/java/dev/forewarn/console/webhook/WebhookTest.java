package dev.forewarn.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Level;
import dev.forewarn.console.Samples;
import dev.forewarn.console.TestDatabase;
import dev.forewarn.console.TestSettings;
import dev.forewarn.console.access.Role;
import dev.forewarn.console.access.Scope;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.ingest.Batch;
import dev.forewarn.console.ingest.Message;
import dev.forewarn.console.store.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WebhookTest {

    private static final String SECRET = "a-secret-of-the-two-systems";
    private final Instant now = Instant.now();
    private static final Viewer MONITOR = new Viewer("w", "w", "u", Set.of(Role.MONITOR), Scope.ALL);

    private final TestReceiver receiver = new TestReceiver();
    private final List<Sender> senders = new ArrayList<>();
    private HikariDataSource source;

    @BeforeEach
    void open() {
        source = TestDatabase.H2.make();
    }

    @AfterEach
    void close() {
        senders.forEach(Sender::close);
        source.close();
        receiver.close();
    }

    @Test
    void aMessageIsACloudEventThatTheReceiverCanVerify() {
        outbox(hook("case")).write(batch(Samples.alert("a", 1).build()), now);
        run(hook("case"), () -> !receiver.got().isEmpty());

        TestReceiver.Got got = receiver.got().get(0);
        assertThat(got.body())
                .contains("\"specversion\":\"1.0\"", "\"id\":\"a-1\"", "\"type\":\"dev.forewarn.alert.v1\"")
                .contains("\"subject\":\"a\"", "\"level\":\"RED\"", "康宁大药房");
        assertThat(got.contentType()).startsWith("application/cloudevents+json");
        assertThat(got.isRightUnder(SECRET)).isTrue();
        assertThat(got.isRightUnder("another-secret-of-somebody")).isFalse();
        assertThat(got.withBody(got.body().replace("RED", "BLUE")).isRightUnder(SECRET))
                .isFalse();
        assertThat(got.withTimestamp("1700000000").isRightUnder(SECRET)).isFalse();
        assertThat(deliveries(hook("case")).counts(MONITOR).get(0).delivered()).isEqualTo(1);
    }

    @Test
    void onlyWhatIsAskedForIsToldAndARepeatedBatchTellsNothingTwice() {
        Hook orange = new Hook(
                "orange",
                receiver.address(),
                new Hook.Secret(SECRET),
                Set.of(Hook.Kind.ALERT),
                Set.of(Level.ORANGE),
                Set.of("food"),
                Set.of(),
                "",
                "",
                Duration.ofSeconds(2),
                3,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofDays(1));
        Alert food = Samples.alert("food", 2)
                .setDomains(List.of("food"))
                .setLevel(Level.YELLOW)
                .setPeakLevel(Level.ORANGE)
                .build();
        Batch batch = batch(
                Samples.alert("drug", 1)
                        .setLevel(Level.ORANGE)
                        .setPeakLevel(Level.ORANGE)
                        .build(),
                Samples.alert("red", 1).setDomains(List.of("food")).build(),
                food);
        Outbox outbox = outbox(orange);
        outbox.write(batch, now);
        outbox.write(batch, now);
        assertThat(ids()).containsExactly("food-2");
        // What a console that begins anew reads is history.
        outbox.write(
                batch(Samples.alert("late", 1)
                        .setDomains(List.of("food"))
                        .setPeakLevel(Level.ORANGE)
                        .build()),
                now.plus(Duration.ofDays(2)));
        assertThat(ids()).containsExactly("food-2");
    }

    @Test
    void whatFailsIsTriedAgainAndInTheEndGivenUpInSightAndSentAgainByHand() {
        Hook hook = hook("case");
        outbox(hook).write(batch(Samples.alert("a", 1).build()), now);
        receiver.answer(503);
        run(hook, () -> count("DEAD") == 1);
        assertThat(receiver.got()).hasSize(3);
        Deliveries deliveries = deliveries(hook);
        Deliveries.Delivery dead =
                deliveries.list(MONITOR, "dead", "", 1, 10).items().get(0);
        assertThat(dead.lastStatus()).isEqualTo(503);
        assertThat(deliveries.find(MONITOR, dead.id()).orElseThrow().attempts())
                .extracting(Deliveries.Attempt::number)
                .containsExactly(1, 2, 3);

        receiver.answer(204);
        assertThat(deliveries.resend(MONITOR, dead.id())).isTrue();
        assertThat(deliveries.resend(MONITOR, dead.id())).isFalse();
        run(hook, () -> count("DELIVERED") == 1);
    }

    @Test
    void whoHasABoundSeesAndSendsAgainWhatIsWithinIt() {
        Alert drug = Samples.alert("a", 1).build();
        Alert food = Samples.alert("f", 1).setDomains(List.of("food")).build();
        TestStore.write(source, drug, food);
        Hook hook = hook("case");
        outbox(hook).write(batch(drug, food), now);
        new JdbcTemplate(source).execute("UPDATE webhook_delivery SET state = 'DEAD'");
        Viewer bound =
                new Viewer("d", "d", "u", Set.of(Role.MONITOR), new Scope(Set.of("drug"), Set.of("36"), Set.of("G-3")));

        Deliveries deliveries = deliveries(hook);
        assertThat(deliveries.counts(bound))
                .singleElement()
                .satisfies(counts -> assertThat(counts.dead()).isEqualTo(1));
        assertThat(deliveries.list(bound, "dead", "case", 1, 10).items())
                .extracting(Deliveries.Delivery::alertId)
                .containsExactly("a");
        long other = deliveries.list(MONITOR, "", "", 1, 10).items().stream()
                .filter(one -> one.alertId().equals("f"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(deliveries.find(bound, other)).isEmpty();
        assertThat(deliveries.resend(bound, other)).isFalse();
        assertThat(deliveries.resendAll(bound, "another")).isZero();
        assertThat(deliveries.resendAll(bound, "")).isEqualTo(1);
        assertThat(deliveries.resendAll(MONITOR, "case")).isEqualTo(1);
        assertThat(count("WAITING")).isEqualTo(2);
    }

    @Test
    void whoIsSlowOrAwayKeepsNoneWaitingButItself() {
        Hook slow = hook("slow");
        receiver.delay("slow", Duration.ofSeconds(5));
        Hook quick = hook("quick");
        outbox(slow, quick)
                .write(
                        batch(
                                Samples.alert("a", 1).build(),
                                Samples.alert("b", 1).build()),
                        now);
        Sender sender = sender(slow, quick);
        sender.run();
        await().atMost(Duration.ofSeconds(4)).until(() -> count("DELIVERED") == 2);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(texts("SELECT error FROM webhook_attempt WHERE error IS NOT NULL"))
                        .isNotEmpty()
                        .allMatch(error -> error.contains("HttpTimeoutException")));
    }

    @Test
    void whoHasGoneIsNotAskedAgain() {
        Hook hook = hook("case");
        outbox(hook).write(batch(Samples.alert("a", 1).build()), now);
        receiver.answer(410);
        run(hook, () -> count("DEAD") == 1);
        assertThat(receiver.got()).hasSize(1);
    }

    @Test
    void ofTwoConsolesOneSends() {
        Hook hook = hook("case");
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            alerts.add(Samples.alert("a" + i, 1).build());
        }
        outbox(hook).write(batch(alerts.toArray(Alert[]::new)), now);
        Sender one = sender(hook);
        Sender other = sender(hook);
        await().until(() -> {
            one.run();
            other.run();
            return count("DELIVERED") == 20;
        });
        assertThat(receiver.got()).hasSize(20);
    }

    @Test
    void whatIsNotCommittedIsNotSent() {
        Hook hook = hook("case");
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(status -> {
            outbox(hook).write(batch(Samples.alert("a", 1).build()), now);
            status.setRollbackOnly();
        });
        assertThat(ids()).isEmpty();
    }

    @Test
    void nothingOfAnAlertBreaksOutOfATemplate() {
        String json = Body.filled(
                "{\"text\": \"{entity_name} {nothing}\"}", "application/json", Map.of("entity_name", "a\"},\"b\n$1"));
        assertThat(json).isEqualTo("{\"text\": \"a\\\"},\\\"b\\n$1 \"}");
        assertThat(Body.filled("to={contact}", "application/x-www-form-urlencoded", Map.of("contact", "a&b=c")))
                .isEqualTo("to=a%26b%3Dc");
    }

    @Test
    void eachFailureWaitsTwiceAsLong() {
        Hook hook = new Hook(
                "h",
                receiver.address(),
                new Hook.Secret(SECRET),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                "",
                "",
                Duration.ofSeconds(1),
                9,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofDays(1));
        assertThat(List.of(hook.waitAfter(1), hook.waitAfter(2), hook.waitAfter(3), hook.waitAfter(40)))
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(hook.toString()).doesNotContain(SECRET);
    }

    private Hook hook(String name) {
        return new Hook(
                name,
                receiver.address().resolve("/" + name),
                new Hook.Secret(SECRET),
                Set.of(Hook.Kind.ALERT),
                Set.of(),
                Set.of(),
                Set.of(),
                "",
                "",
                Duration.ofSeconds(1),
                3,
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                Duration.ofDays(1));
    }

    private Outbox outbox(Hook... hooks) {
        return new Outbox(new JdbcTemplate(source), new Hooks(List.of(hooks)), TestSettings.of(source.toString()));
    }

    private Sender sender(Hook... hooks) {
        Sender sender = new Sender(JdbcClient.create(source), new Hooks(List.of(hooks)), new Post(), Clock.systemUTC());
        senders.add(sender);
        return sender;
    }

    private Deliveries deliveries(Hook... hooks) {
        return new Deliveries(
                JdbcClient.create(source),
                new Hooks(List.of(hooks)),
                TestSettings.of("t"),
                Clock.fixed(Instant.now(), ZoneOffset.UTC));
    }

    private void run(Hook hook, java.util.concurrent.Callable<Boolean> until) {
        Sender sender = sender(hook);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            sender.run();
            return until.call();
        });
    }

    private Batch batch(Alert... alerts) {
        List<Message> messages = new ArrayList<>();
        for (Alert alert : alerts) {
            messages.add(new Message(new Message.Origin("t.alerts.v1", 0, messages.size(), now), alert, new byte[0]));
        }
        return new Batch(messages, Map.of());
    }

    private List<String> ids() {
        return texts("SELECT event_id FROM webhook_delivery ORDER BY id");
    }

    private List<String> texts(String query) {
        return new JdbcTemplate(source).queryForList(query, String.class);
    }

    private long count(String state) {
        Long count = new JdbcTemplate(source)
                .queryForObject("SELECT COUNT(*) FROM webhook_delivery WHERE state = '" + state + "'", Long.class);
        return count == null ? 0 : count;
    }
}
