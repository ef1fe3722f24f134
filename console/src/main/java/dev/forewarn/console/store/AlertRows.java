package dev.forewarn.console.store;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Handling;
import dev.forewarn.avro.Signal;
import dev.forewarn.avro.StepTaken;
import dev.forewarn.console.ingest.Batch;
import dev.forewarn.console.message.Levels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Alerts as they stand, and every revision of them. */
@Component
@Order(1)
final class AlertRows implements Rows {

    private static final Upsert ALERT = Upsert.into("alert")
            .key("alert_id", "VARCHAR")
            .numbers("revision")
            .texts("entity_id", "entity_name", "entity_kind", "division", "grid")
            .texts("rule", "rule_name_zh", "rule_name_en", "kind", "family")
            .numbers("level_rank", "peak_rank")
            .texts("subject", "domains", "signal", "handling")
            .column("is_open", "BOOLEAN")
            .texts("transition", "cause", "clear_reason")
            .instants("opened_at", "moved_at", "due_at")
            .numbers("missed_deadlines")
            .texts("addressee", "unit", "outcome", "case_number")
            .instants("suppressed_until")
            .column("classified", "BOOLEAN")
            .numbers("lead_days")
            .texts("catalogue_version", "text_zh", "text_en", "searched")
            .column("message", "TEXT")
            .instants("stored_at")
            .ifNewerBy("revision");

    private static final Upsert DOMAIN =
            Upsert.into("alert_domain").keys("VARCHAR", "alert_id", "domain").orKeep();

    private static final Upsert TRANSITION = Upsert.into("alert_transition")
            .key("alert_id", "VARCHAR")
            .key("revision", "INT")
            .texts("entity_id")
            .instants("moved_at")
            .texts("transition", "cause")
            .numbers("level_rank")
            .texts("signal", "handling", "step", "actor_id_hash", "actor_unit", "actor_role", "remark")
            .column("message", "TEXT")
            .instants("stored_at")
            .orKeep();

    private final JdbcTemplate jdbc;
    private final FeedRows feed;

    AlertRows(JdbcTemplate jdbc, FeedRows feed) {
        this.jdbc = jdbc;
        this.feed = feed;
    }

    /** An alert with its message in JSON, which is worked out once. */
    private record Written(Alert alert, String json) {}

    @Override
    public void write(Batch batch, Instant now) {
        List<Written> all = batch.of(Alert.class).stream()
                .map(item -> new Written(item.value(), AvroJson.text(item.value())))
                .toList();
        TRANSITION.write(jdbc, all.stream().map(one -> transition(one, now)).toList());
        Map<String, Written> newest = new LinkedHashMap<>();
        all.forEach(one -> newest.merge(
                one.alert().getAlertId(),
                one,
                (old, other) -> other.alert().getRevision() > old.alert().getRevision() ? other : old));
        List<Written> candidates = List.copyOf(newest.values());
        List<Boolean> isNews =
                ALERT.write(jdbc, candidates.stream().map(one -> row(one, now)).toList());
        List<Alert> changed = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (isNews.get(i)) {
                changed.add(candidates.get(i).alert());
            }
        }
        DOMAIN.write(
                jdbc,
                changed.stream()
                        .flatMap(alert ->
                                alert.getDomains().stream().map(domain -> new Object[] {alert.getAlertId(), domain}))
                        .toList());
        feed.alerts(changed, now);
    }

    private static Object[] transition(Written one, Instant now) {
        Alert alert = one.alert();
        StepTaken step = alert.getStep();
        return new Object[] {
            alert.getAlertId(),
            alert.getRevision(),
            alert.getEntityId(),
            alert.getAt(),
            alert.getTransition().name(),
            alert.getCause().name(),
            Levels.rank(alert.getLevel()),
            alert.getSignal().name(),
            alert.getHandling().name(),
            step == null ? null : step.getStep(),
            step == null ? null : step.getActorIdHash(),
            step == null ? null : step.getActorUnit(),
            step == null ? null : step.getActorRole(),
            step == null ? null : step.getComment(),
            one.json(),
            now
        };
    }

    private static @Nullable Object[] row(Written one, Instant now) {
        Alert alert = one.alert();
        return new Object[] {
            alert.getAlertId(),
            alert.getRevision(),
            alert.getEntityId(),
            alert.getEntityName(),
            alert.getEntityKind(),
            alert.getDivision(),
            alert.getGrid(),
            alert.getRule(),
            alert.getRuleNameZh(),
            alert.getRuleNameEn(),
            alert.getKind().name(),
            alert.getFamily().name(),
            Levels.rank(alert.getLevel()),
            Levels.rank(alert.getPeakLevel()),
            alert.getSubject(),
            Texts.joined(alert.getDomains()),
            alert.getSignal().name(),
            alert.getHandling().name(),
            isOpen(alert),
            alert.getTransition().name(),
            alert.getCause().name(),
            alert.getClearReason(),
            alert.getOpenedAt(),
            alert.getAt(),
            alert.getDueAt(),
            alert.getMissedDeadlines(),
            alert.getAddressee(),
            alert.getUnit(),
            alert.getOutcome(),
            alert.getCaseNumber(),
            alert.getSuppressedUntil(),
            alert.getClassified(),
            alert.getLeadDays(),
            alert.getCatalogueVersion(),
            alert.getTextZh(),
            alert.getTextEn(),
            Texts.searched(
                    alert.getEntityName(),
                    alert.getEntityId(),
                    alert.getSubject(),
                    alert.getRule(),
                    alert.getRuleNameZh(),
                    alert.getRuleNameEn(),
                    alert.getCaseNumber()),
            one.json(),
            now
        };
    }

    /** What somebody has taken up is open until somebody closes it; the rest while its signal lasts. */
    private static boolean isOpen(Alert alert) {
        boolean isSignalOver = alert.getSignal() == Signal.CLEARED || alert.getSignal() == Signal.WITHDRAWN;
        return alert.getHandling() != Handling.CLOSED && !(alert.getHandling() == Handling.NEW && isSignalOver);
    }
}
