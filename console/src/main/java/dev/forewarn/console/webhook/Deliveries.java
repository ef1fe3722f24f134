package dev.forewarn.console.webhook;

import dev.forewarn.avro.Level;
import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.query.BadRequest;
import dev.forewarn.console.query.Columns;
import dev.forewarn.console.query.Conditions;
import dev.forewarn.console.query.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent, what waits and what was given up. Bodies are not shown: what is in them has its own scope. */
@Component
public class Deliveries {

    private static final String DEAD_OR_DELIVERED = "state <> 'WAITING' AND done_at < :before";

    private final JdbcClient jdbc;
    private final Hooks hooks;
    private final ConsoleSettings settings;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Hooks hooks, ConsoleSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.hooks = hooks;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A webhook in numbers.
     *
     * @param url where to; null if the file no longer names it, and what waits for it waits in vain
     * @param oldestWaiting since when the oldest message waits; null if none does
     */
    public record HookCounts(
            String name,
            @Nullable String url,
            long waiting,
            long delivered,
            long dead,
            @Nullable Instant oldestWaiting) {}

    /** A message to one webhook. */
    public record Delivery(
            long id,
            String hook,
            String eventId,
            String kind,
            String alertId,
            int revision,
            Level level,
            DeliveryState state,
            int attempts,
            Instant nextAt,
            @Nullable Integer lastStatus,
            @Nullable String lastError,
            Instant madeAt,
            @Nullable Instant doneAt) {}

    /** One attempt at a delivery. */
    public record Attempt(
            int number,
            Instant at,
            long tookMs,
            @Nullable Integer status,
            @Nullable String error) {}

    /** A delivery with its attempts, oldest first. */
    public record DeliveryDetail(Delivery delivery, List<Attempt> attempts) {
        public DeliveryDetail {
            attempts = List.copyOf(attempts);
        }
    }

    /** All webhooks, those with given-up messages first. */
    public List<HookCounts> counts(Viewer viewer) {
        viewer.require(Right.OPERATE);
        Map<String, HookCounts> found = new HashMap<>();
        hooks.all().forEach(hook -> found.put(hook.name(), new HookCounts(hook.name(), hook.address(), 0, 0, 0, null)));
        Conditions where = Conditions.onDeliveries(viewer.scope());
        jdbc.sql("SELECT w.hook, SUM(CASE WHEN state = 'WAITING' THEN 1 ELSE 0 END) AS waiting,"
                        + " SUM(CASE WHEN state = 'DELIVERED' THEN 1 ELSE 0 END) AS delivered,"
                        + " SUM(CASE WHEN state = 'DEAD' THEN 1 ELSE 0 END) AS dead,"
                        + " MIN(CASE WHEN state = 'WAITING' THEN made_at END) AS oldest"
                        + " FROM webhook_delivery w" + where.clause() + " GROUP BY w.hook")
                .params(where.values())
                .query((row, number) -> new HookCounts(
                        Columns.text(row, "hook"),
                        hooks.named(Columns.text(row, "hook"))
                                .map(Hook::address)
                                .orElse(null),
                        row.getLong("waiting"),
                        row.getLong("delivered"),
                        row.getLong("dead"),
                        Columns.instantOrNull(row, "oldest")))
                .list()
                .forEach(counts -> found.put(counts.name(), counts));
        return found.values().stream()
                .sorted(java.util.Comparator.comparingLong(HookCounts::dead)
                        .reversed()
                        .thenComparing(HookCounts::name))
                .toList();
    }

    /**
     * Deliveries, newest first.
     *
     * @param state empty for all
     * @param hook empty for all
     */
    public Page<Delivery> list(Viewer viewer, String state, String hook, int page, int size) {
        viewer.require(Right.OPERATE);
        Conditions where = Conditions.onDeliveries(viewer.scope());
        if (!state.isBlank()) {
            where.and("w.state = :%s", state(state).name());
        }
        if (!hook.isBlank()) {
            where.and("w.hook = :%s", hook);
        }
        long total = jdbc.sql("SELECT COUNT(*) FROM webhook_delivery w" + where.clause())
                .params(where.values())
                .query(Long.class)
                .single();
        List<Delivery> items = jdbc.sql("SELECT w.* FROM webhook_delivery w" + where.clause()
                        + " ORDER BY w.id DESC LIMIT :most OFFSET :from")
                .params(where.values())
                .param("most", size)
                .param("from", (long) (page - 1) * size)
                .query((row, number) -> delivery(row))
                .list();
        return new Page<>(items, page, size, total);
    }

    /** One with its attempts; empty if there is none. */
    public Optional<DeliveryDetail> find(Viewer viewer, long id) {
        viewer.require(Right.OPERATE);
        Conditions where = Conditions.onDeliveries(viewer.scope()).and("w.id = :%s", id);
        return jdbc.sql("SELECT w.* FROM webhook_delivery w" + where.clause())
                .params(where.values())
                .query((row, number) -> delivery(row))
                .optional()
                .map(delivery -> new DeliveryDetail(delivery, attempts(id)));
    }

    private List<Attempt> attempts(long id) {
        return jdbc.sql("SELECT * FROM webhook_attempt WHERE delivery_id = :id ORDER BY tried_at")
                .param("id", id)
                .query((row, number) -> new Attempt(
                        row.getInt("attempt_no"),
                        Columns.instant(row, "tried_at"),
                        row.getLong("took_ms"),
                        row.getObject("status", Integer.class),
                        row.getString("error")))
                .list();
    }

    /**
     * Sends again what was given up; its count of attempts begins anew.
     *
     * @return whether there is such a delivery that was given up
     */
    public boolean resend(Viewer viewer, long id) {
        viewer.require(Right.RESEND);
        return revive(Conditions.onDeliveries(viewer.scope()).and("w.id = :%s", id)) == 1;
    }

    /**
     * Sends again all that was given up.
     *
     * @param hook to which; empty for all
     * @return how many
     */
    public int resendAll(Viewer viewer, String hook) {
        viewer.require(Right.RESEND);
        Conditions where = Conditions.onDeliveries(viewer.scope());
        if (!hook.isBlank()) {
            where.and("w.hook = :%s", hook);
        }
        return revive(where);
    }

    private int revive(Conditions which) {
        which.and("w.state = 'DEAD'");
        return jdbc.sql("UPDATE webhook_delivery SET state = 'WAITING', attempts = 0, next_at = :now, done_at = NULL"
                        + " WHERE id IN (SELECT w.id FROM webhook_delivery w" + which.clause() + ")")
                .params(which.values())
                .param("now", Columns.value(clock.instant()))
                .update();
    }

    /** Forgets what is done with, as long after as refused inputs are kept. */
    @Scheduled(initialDelay = 3_700_000, fixedDelay = 86_400_000)
    @Transactional
    public void forget() {
        var before = Columns.value(clock.instant().minus(settings.retention().rejects()));
        jdbc.sql("DELETE FROM webhook_attempt WHERE delivery_id IN (SELECT id FROM webhook_delivery WHERE "
                        + DEAD_OR_DELIVERED + ")")
                .param("before", before)
                .update();
        jdbc.sql("DELETE FROM webhook_delivery WHERE " + DEAD_OR_DELIVERED)
                .param("before", before)
                .update();
    }

    private static DeliveryState state(String word) {
        for (DeliveryState state : DeliveryState.values()) {
            if (state.name().equalsIgnoreCase(word)) {
                return state;
            }
        }
        throw new BadRequest("state takes one of waiting, delivered, dead; got '" + word + "'");
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                Columns.text(row, "hook"),
                Columns.text(row, "event_id"),
                Columns.text(row, "kind"),
                Columns.text(row, "alert_id"),
                row.getInt("revision"),
                Columns.level(row, "level_rank"),
                DeliveryState.valueOf(Columns.text(row, "state")),
                row.getInt("attempts"),
                Columns.instant(row, "next_at"),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"),
                Columns.instant(row, "made_at"),
                Columns.instantOrNull(row, "done_at"));
    }
}
