package dev.forewarn.console.store;

import dev.forewarn.avro.Alert;
import dev.forewarn.console.ingest.Batch;
import dev.forewarn.console.ingest.Message.ShadowAlert;
import dev.forewarn.console.message.Levels;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a catalogue on trial would have raised. It changes no board and tells no page. */
@Component
final class ShadowRows implements Rows {

    private static final Upsert ALERT = Upsert.into("shadow_alert")
            .key("alert_id", "VARCHAR")
            .numbers("revision")
            .texts("entity_id", "entity_name", "division", "grid")
            .texts("rule", "rule_name_zh", "rule_name_en", "family")
            .numbers("level_rank")
            .texts("subject", "domains", "signal")
            .instants("opened_at", "moved_at")
            .texts("catalogue_version", "text_zh", "text_en")
            .instants("stored_at")
            .ifNewerBy("revision");

    private final JdbcTemplate jdbc;

    ShadowRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Batch batch, Instant now) {
        Map<String, Alert> newest = new LinkedHashMap<>();
        for (Batch.Item<ShadowAlert> item : batch.of(ShadowAlert.class)) {
            Alert alert = item.value().alert();
            newest.merge(
                    alert.getAlertId(), alert, (old, other) -> other.getRevision() > old.getRevision() ? other : old);
        }
        ALERT.write(jdbc, newest.values().stream().map(alert -> row(alert, now)).toList());
    }

    private static @Nullable Object[] row(Alert alert, Instant now) {
        return new Object[] {
            alert.getAlertId(),
            alert.getRevision(),
            alert.getEntityId(),
            alert.getEntityName(),
            alert.getDivision(),
            alert.getGrid(),
            alert.getRule(),
            alert.getRuleNameZh(),
            alert.getRuleNameEn(),
            alert.getFamily().name(),
            Levels.rank(alert.getLevel()),
            alert.getSubject(),
            Texts.joined(alert.getDomains()),
            alert.getSignal().name(),
            alert.getOpenedAt(),
            alert.getAt(),
            alert.getCatalogueVersion(),
            alert.getTextZh(),
            alert.getTextEn(),
            now
        };
    }
}
