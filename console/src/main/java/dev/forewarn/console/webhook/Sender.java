package dev.forewarn.console.webhook;

import dev.forewarn.console.query.Columns;
import dev.forewarn.console.webhook.Post.Answer;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what the outbox holds, each hook on its own, so that one that is slow or away keeps none waiting but itself. A
 * delivery is leased before it is sent: of two consoles one sends it, and after a crash it is sent again. So a receiver
 * gets each message at least once, and knows by its id which it has.
 */
@Component
class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int AT_ONCE = 100;
    /**
     * After so many failures in a row the hook, and no other, is left alone as long as a message that failed as often.
     */
    private static final int PATIENCE = 3;
    /** Beyond the timeout, for the database. */
    private static final Duration LEASE_MARGIN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Hooks hooks;
    private final Post post;
    private final Clock clock;
    private final Map<String, Rest> resting = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "webhooks");
        thread.setDaemon(true);
        return thread;
    });

    Sender(JdbcClient jdbc, Hooks hooks, Post post, Clock clock) {
        this.jdbc = jdbc;
        this.hooks = hooks;
        this.post = post;
        this.clock = clock;
    }

    /** A delivery that is due. */
    private record Due(long id, String eventId, String contentType, String body, int attempts) {}

    /** A hook that fails: how many turns in a row, and until when it is left alone. */
    private record Rest(int turns, Instant until) {}

    private boolean isResting(Hook hook) {
        Rest rest = resting.get(hook.name());
        return rest != null && clock.instant().isBefore(rest.until());
    }

    @Scheduled(fixedDelay = 500)
    void run() {
        for (Hook hook : hooks.all()) {
            if (!isResting(hook) && busy.add(hook.name())) {
                workers.execute(() -> {
                    try {
                        send(hook);
                    } catch (DataAccessException e) {
                        LOG.debug("the webhook {} waits for the database: {}", hook.name(), e.getMessage());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        busy.remove(hook.name());
                    }
                });
            }
        }
    }

    private void send(Hook hook) throws InterruptedException {
        int failures = 0;
        for (Due due : due(hook)) {
            if (isLeased(hook, due)) {
                failures = isSent(hook, due) ? 0 : failures + 1;
                if (failures == 0) {
                    resting.remove(hook.name());
                } else if (failures >= PATIENCE) {
                    resting.compute(hook.name(), (name, rest) -> {
                        int turns = rest == null ? 1 : rest.turns() + 1;
                        return new Rest(turns, clock.instant().plus(hook.waitAfter(turns)));
                    });
                    return;
                }
            }
        }
    }

    private List<Due> due(Hook hook) {
        return jdbc.sql("SELECT id, event_id, content_type, body, attempts FROM webhook_delivery"
                        + " WHERE state = 'WAITING' AND hook = :hook AND next_at <= :now ORDER BY id LIMIT " + AT_ONCE)
                .param("hook", hook.name())
                .param("now", Columns.value(clock.instant()))
                .query((row, number) -> new Due(
                        row.getLong("id"),
                        Columns.text(row, "event_id"),
                        Columns.text(row, "content_type"),
                        Columns.text(row, "body"),
                        row.getInt("attempts")))
                .list();
    }

    private boolean isLeased(Hook hook, Due due) {
        Instant until = clock.instant().plus(hook.timeout()).plus(LEASE_MARGIN);
        return jdbc.sql("UPDATE webhook_delivery SET attempts = attempts + 1, next_at = :until"
                                + " WHERE id = :id AND state = 'WAITING' AND attempts = :attempts")
                        .param("until", Columns.value(until))
                        .param("id", due.id())
                        .param("attempts", due.attempts())
                        .update()
                == 1;
    }

    private boolean isSent(Hook hook, Due due) throws InterruptedException {
        Instant begun = clock.instant();
        Answer answer = post.send(hook, due.eventId(), due.contentType(), due.body(), begun);
        Instant now = clock.instant();
        int attempts = due.attempts() + 1;
        DeliveryState state = state(hook, answer, attempts);
        jdbc.sql("INSERT INTO webhook_attempt (delivery_id, attempt_no, tried_at, took_ms, status, error)"
                        + " VALUES (:id, :attempt, :at, :took, :status, :error)")
                .param("id", due.id())
                .param("attempt", attempts)
                .param("at", Columns.value(begun))
                .param("took", Duration.between(begun, now).toMillis())
                .param("status", answer.status())
                .param("error", answer.error())
                .update();
        jdbc.sql("UPDATE webhook_delivery SET state = :state, next_at = :next, last_status = :status,"
                        + " last_error = :error, done_at = :done WHERE id = :id")
                .param("state", state.name())
                .param("next", Columns.value(now.plus(hook.waitAfter(attempts))))
                .param("status", answer.status())
                .param("error", answer.error())
                .param("done", state == DeliveryState.WAITING ? null : Columns.value(now))
                .param("id", due.id())
                .update();
        log(hook, due, answer, state, attempts);
        return answer.isTaken();
    }

    private static DeliveryState state(Hook hook, Answer answer, int attempts) {
        if (answer.isTaken()) {
            return DeliveryState.DELIVERED;
        }
        return answer.isFinal() || attempts >= hook.attempts() ? DeliveryState.DEAD : DeliveryState.WAITING;
    }

    private static void log(Hook hook, Due due, Answer answer, DeliveryState state, int attempts) {
        Object said = answer.status() == null ? answer.error() : answer.status();
        if (state == DeliveryState.DEAD) {
            LOG.warn("webhook {}: {} is given up after {} attempts: {}", hook.name(), due.eventId(), attempts, said);
        } else {
            LOG.info("webhook {}: {} attempt {}: {}", hook.name(), due.eventId(), attempts, said);
        }
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
