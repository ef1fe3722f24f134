package dev.forewarn.console.store;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.MonthlyClass;
import dev.forewarn.avro.Standing;
import dev.forewarn.console.ingest.Batch;
import dev.forewarn.console.ingest.Message;
import dev.forewarn.console.ingest.Message.Removal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Where businesses stand, stood each day, and were classed each month. */
@Component
final class StandingRows implements Rows {

    private static final Upsert ASSESSMENT = Upsert.into("assessment")
            .key("entity_id", "VARCHAR")
            .instants("assessed_at")
            .texts("entity_name", "entity_kind", "status", "division", "grid")
            .column("registered", "BOOLEAN")
            .texts("headline_class", "searched")
            .column("message", "TEXT")
            .instants("stored_at")
            .ifNewerBy("assessed_at");

    private static final Upsert STANDING = Upsert.into("standing")
            .keys("VARCHAR", "entity_id", "domain")
            .instants("assessed_at")
            .numbers("score", "scale")
            .texts("score_class", "fused_class", "baseline_class", "month_end_class")
            .ifNewerBy("assessed_at");

    private static final Upsert DAY = Upsert.into("standing_day")
            .keys("VARCHAR", "entity_id", "domain")
            .key("assessed_on", "DATE")
            .instants("assessed_at")
            .numbers("score", "scale")
            .texts("fused_class", "baseline_class")
            .instants("stored_at")
            .ifNewerBy("assessed_at");

    private static final Upsert MONTH = Upsert.into("monthly_class")
            .keys("VARCHAR", "entity_id", "class_month", "origin", "domain")
            .instants("recorded_at")
            .texts("entity_name", "division", "grid")
            .numbers("score", "scale")
            .texts("score_class", "fused_class", "platform_class")
            .numbers("difference")
            .texts("difference_reason", "headline_class", "catalogue_version")
            .instants("stored_at")
            .ifNewerBy("recorded_at");

    private final JdbcTemplate jdbc;

    StandingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Batch batch, Instant now) {
        // Equal instants: the later message wins within a batch, the one that is there between batches; they differ in
        // nothing but the open alerts, which are read from their own table.
        Map<String, Assessment> newest = new LinkedHashMap<>();
        List<Object[]> days = new ArrayList<>();
        for (Message message : batch.messages()) {
            if (message.content() instanceof Assessment assessment) {
                newest.merge(
                        assessment.getEntityId(),
                        assessment,
                        (old, other) -> other.getAt().isBefore(old.getAt()) ? old : other);
                assessment.getStandings().forEach(standing -> days.add(day(assessment, standing, now)));
            } else if (message.content() instanceof Removal removal) {
                // What comes behind it in the batch stays: the business is there again.
                newest.remove(removal.entityId());
                remove(removal.entityId());
            }
        }
        ASSESSMENT.write(
                jdbc,
                newest.values().stream().map(assessment -> row(assessment, now)).toList());
        STANDING.write(
                jdbc,
                newest.values().stream()
                        .flatMap(assessment ->
                                assessment.getStandings().stream().map(standing -> standing(assessment, standing)))
                        .toList());
        DAY.write(jdbc, days);
        MONTH.write(
                jdbc,
                batch.of(MonthlyClass.class).stream()
                        .flatMap(item -> item.value().getStandings().stream()
                                .map(standing -> month(item.value(), standing, now)))
                        .toList());
    }

    private void remove(String entityId) {
        jdbc.update("DELETE FROM assessment WHERE entity_id = ?", entityId);
        jdbc.update("DELETE FROM standing WHERE entity_id = ?", entityId);
    }

    private static Object[] row(Assessment assessment, Instant now) {
        return new Object[] {
            assessment.getEntityId(),
            assessment.getAt(),
            assessment.getEntityName(),
            assessment.getEntityKind(),
            assessment.getStatus(),
            assessment.getDivision(),
            assessment.getGrid(),
            assessment.getRegistered(),
            assessment.getHeadlineClass(),
            Texts.searched(assessment.getEntityName(), assessment.getEntityId()),
            AvroJson.text(assessment),
            now
        };
    }

    private static Object[] standing(Assessment assessment, Standing standing) {
        return new Object[] {
            assessment.getEntityId(),
            standing.getDomain(),
            assessment.getAt(),
            standing.getScore(),
            standing.getScale(),
            standing.getClass$(),
            standing.getFusedClass(),
            standing.getBaselineClass(),
            standing.getMonthEndClass()
        };
    }

    private static Object[] day(Assessment assessment, Standing standing, Instant now) {
        return new Object[] {
            assessment.getEntityId(),
            standing.getDomain(),
            assessment.getDay(),
            assessment.getAt(),
            standing.getScore(),
            standing.getScale(),
            standing.getFusedClass(),
            standing.getBaselineClass(),
            now
        };
    }

    private static Object[] month(MonthlyClass month, Standing standing, Instant now) {
        return new Object[] {
            month.getEntityId(),
            month.getMonth(),
            month.getOrigin().name(),
            standing.getDomain(),
            month.getRecordedAt(),
            month.getEntityName(),
            month.getDivision(),
            month.getGrid(),
            standing.getScore(),
            standing.getScale(),
            standing.getClass$(),
            standing.getFusedClass(),
            standing.getPlatformClass(),
            standing.getDifference(),
            standing.getDifferenceReason(),
            month.getHeadlineClass(),
            month.getCatalogueVersion(),
            now
        };
    }
}
