package dev.forewarn.console.webhook;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Level;
import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.ingest.Batch;
import dev.forewarn.console.message.Levels;
import dev.forewarn.console.store.AvroJson;
import dev.forewarn.console.store.Rows;
import dev.forewarn.console.store.Upsert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Notes what is to be sent, in the transaction that writes what it tells of: neither a crash nor a replay loses or
 * doubles a message here. Of an alert that changed several times within a batch the last revision is sent.
 */
@Component
@Order(9)
public class Outbox implements Rows {

    private static final Upsert DELIVERY = Upsert.into("webhook_delivery")
            .keys("VARCHAR", "hook", "event_id")
            .texts("kind", "alert_id")
            .numbers("revision", "level_rank")
            .texts("content_type")
            .column("body", "TEXT")
            .texts("state")
            .numbers("attempts")
            .instants("next_at", "made_at")
            .orKeep();

    private final JdbcTemplate jdbc;
    private final Hooks hooks;
    private final String source;

    Outbox(JdbcTemplate jdbc, Hooks hooks, ConsoleSettings settings) {
        this.jdbc = jdbc;
        this.hooks = hooks;
        this.source = "/forewarn/" + settings.prefix();
    }

    /**
     * What is passed on to somebody.
     *
     * @param eventId the same for the same passing on, whoever notes it
     * @param data JSON for hooks without a template
     * @param values for the placeholders of a template
     */
    public record Escalated(
            String eventId,
            String alertId,
            int revision,
            Level level,
            List<String> domains,
            String data,
            Map<String, String> values) {
        public Escalated {
            domains = List.copyOf(domains);
            values = Map.copyOf(values);
        }
    }

    @Override
    public void write(Batch batch, Instant now) {
        if (hooks.all().isEmpty()) {
            return;
        }
        Map<String, Batch.Item<Alert>> newest = new LinkedHashMap<>();
        batch.of(Alert.class)
                .forEach(item -> newest.merge(
                        item.value().getAlertId(),
                        item,
                        (old, other) ->
                                other.value().getRevision() > old.value().getRevision() ? other : old));
        List<Object[]> rows = new ArrayList<>();
        for (Batch.Item<Alert> item : newest.values()) {
            for (Hook hook : hooks.all()) {
                boolean isNews = item.origin().appendedAt().isAfter(now.minus(hook.notOlderThan()));
                if (isNews && hook.wants(item.value())) {
                    rows.add(row(hook, item.value(), now));
                }
            }
        }
        DELIVERY.write(jdbc, rows);
    }

    /**
     * Notes an escalation for those hooks that take it, within the caller's transaction.
     *
     * @return how many it was noted for
     */
    public int escalate(Escalated escalated, java.util.Set<String> toHooks, Instant now) {
        List<Object[]> rows = hooks.all().stream()
                .filter(hook -> hook.sends().contains(Hook.Kind.ESCALATION))
                .filter(hook -> toHooks.isEmpty() || toHooks.contains(hook.name()))
                .filter(hook -> hook.isOfDomain(escalated.domains()))
                .map(hook -> row(hook, escalated, now))
                .toList();
        DELIVERY.write(jdbc, rows);
        return rows.size();
    }

    private Object[] row(Hook hook, Alert alert, Instant now) {
        String id = alert.getAlertId() + "-" + alert.getRevision();
        String body = hook.template().isEmpty()
                ? Body.cloudEvent(
                        id, source, "dev.forewarn.alert.v1", alert.getAlertId(), alert.getAt(), AvroJson.text(alert))
                : Body.filled(hook.template(), hook.contentType(), values(alert));
        return row(
                hook, id, "alert", alert.getAlertId(), alert.getRevision(), Levels.rank(alert.getLevel()), body, now);
    }

    private Object[] row(Hook hook, Escalated escalated, Instant now) {
        String body = hook.template().isEmpty()
                ? Body.cloudEvent(
                        escalated.eventId(),
                        source,
                        "dev.forewarn.escalation.v1",
                        escalated.alertId(),
                        now,
                        escalated.data())
                : Body.filled(hook.template(), hook.contentType(), escalated.values());
        return row(
                hook,
                escalated.eventId(),
                "escalation",
                escalated.alertId(),
                escalated.revision(),
                Levels.rank(escalated.level()),
                body,
                now);
    }

    private static Object[] row(
            Hook hook, String id, String kind, String alertId, int revision, int rank, String body, Instant now) {
        String type = hook.template().isEmpty() ? Body.CLOUD_EVENT : hook.contentType();
        return new Object[] {
            hook.name(), id, kind, alertId, revision, rank, type, body, DeliveryState.WAITING.name(), 0, now, now
        };
    }

    /** What a template may name of an alert. */
    static Map<String, String> values(Alert alert) {
        return Map.of(
                "alert_id", alert.getAlertId(),
                "revision", Integer.toString(alert.getRevision()),
                "level", alert.getLevel().name(),
                "rule", alert.getRule(),
                "rule_zh", alert.getRuleNameZh(),
                "rule_en", alert.getRuleNameEn(),
                "entity_id", alert.getEntityId(),
                "entity_name", alert.getEntityName() == null ? alert.getEntityId() : alert.getEntityName(),
                "text_zh", alert.getTextZh(),
                "text_en", alert.getTextEn());
    }
}
