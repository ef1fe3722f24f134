package dev.forewarn.console.store;

import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Disposal;
import dev.forewarn.avro.Event;
import dev.forewarn.avro.Reject;
import dev.forewarn.avro.Wire;
import dev.forewarn.console.ingest.Batch;
import dev.forewarn.console.ingest.Message.Origin;
import dev.forewarn.core.fact.FactPacking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What stands on the log - facts and steps - and what of it was refused. */
@Component
@Order(2)
final class LogRows implements Rows {

    private static final String PROFILE = dev.forewarn.core.event.Event.PROFILE;
    private static final String PROFILE_KEY = "profile";

    private static final Upsert FACT = Upsert.into("fact")
            .keys("VARCHAR", "entity_id", "fact_type", "record_key")
            .key("revision", "INT")
            .key("recorded_at", "TIMESTAMP WITH TIME ZONE")
            .key("op", "VARCHAR")
            .texts("kept_key", "event_id", "source", "domains")
            .instants("occurred_at", "due_at", "ended_at")
            .texts("subject", "severity")
            .column("amount", "BIGINT")
            .texts("division", "grid")
            .column("message", "TEXT")
            .instants("stored_at")
            .orKeep();

    private static final Upsert DISPOSAL = Upsert.into("disposal")
            .key("alert_id", "VARCHAR")
            .key("alert_revision", "INT")
            .keys("VARCHAR", "step", "actor_id_hash")
            .key("acted_at", "TIMESTAMP WITH TIME ZONE")
            .texts("entity_id")
            .instants("recorded_at")
            .texts("actor_unit", "actor_role", "outcome", "remark")
            .instants("until_at")
            .texts("case_number", "to_unit")
            .instants("stored_at")
            .orKeep();

    private static final Upsert REJECT = Upsert.into("reject")
            .key("partition_no", "INT")
            .key("record_offset", "BIGINT")
            .instants("rejected_at")
            .texts("reason", "detail", "input_topic")
            .numbers("input_partition")
            .column("input_offset", "BIGINT")
            .texts("entity_id", "alert_id")
            .numbers("alert_revision")
            .texts("step")
            .column("input", "BYTEA")
            .numbers("input_length")
            .texts("input_sha256")
            .instants("stored_at")
            .orKeep();

    private final JdbcTemplate jdbc;
    private final FeedRows feed;

    LogRows(JdbcTemplate jdbc, FeedRows feed) {
        this.jdbc = jdbc;
        this.feed = feed;
    }

    @Override
    public void write(Batch batch, Instant now) {
        FACT.write(
                jdbc,
                batch.of(Event.class).stream()
                        .map(item -> fact(item.value(), now))
                        .toList());
        DISPOSAL.write(
                jdbc,
                batch.of(Disposal.class).stream()
                        .map(item -> disposal(item.value(), now))
                        .toList());
        REJECT.write(
                jdbc,
                batch.of(Reject.class).stream()
                        .map(item -> reject(item.origin(), item.value(), now))
                        .toList());
        for (Batch.Item<Reject> item : batch.of(Reject.class)) {
            Disposal step = step(item.value());
            if (step != null) {
                feed.refused(step, now);
            }
        }
    }

    private static Object[] fact(Event event, Instant now) {
        String key = recordKey(event);
        return new Object[] {
            event.getEntityId(),
            event.getType(),
            key,
            event.getRevision(),
            event.getRecordedAt(),
            event.getOp().name(),
            FactPacking.keptKey(key),
            event.getEventId(),
            event.getSource(),
            Texts.joined(event.getDomains()),
            event.getOccurredAt(),
            event.getDueAt(),
            event.getEndedAt(),
            event.getSubject(),
            event.getSeverity(),
            event.getAmount(),
            event.getDivision(),
            event.getGrid(),
            AvroJson.text(event),
            now
        };
    }

    /** The number under which the engine knows the fact: a business has one profile, whatever its source calls it. */
    private static String recordKey(Event event) {
        if (event.getType().equals(PROFILE)) {
            return PROFILE_KEY;
        }
        return event.getRecordKey().isEmpty() ? event.getEventId() : event.getRecordKey();
    }

    private static Object[] disposal(Disposal step, Instant now) {
        return new Object[] {
            step.getAlertId(),
            step.getAlertRevision(),
            step.getStep(),
            step.getActorIdHash(),
            step.getAt(),
            step.getEntityId(),
            step.getRecordedAt(),
            step.getActorUnit(),
            step.getActorRole(),
            step.getOutcome(),
            step.getComment(),
            step.getUntil(),
            step.getCaseNumber(),
            step.getToUnit(),
            now
        };
    }

    private static Object[] reject(Origin origin, Reject reject, Instant now) {
        Disposal step = step(reject);
        return new Object[] {
            origin.partition(),
            origin.offset(),
            origin.appendedAt(),
            reject.getReason(),
            reject.getDetail(),
            reject.getTopic(),
            reject.getPartition(),
            reject.getOffset(),
            reject.getEntityId(),
            step == null ? null : step.getAlertId(),
            step == null ? null : step.getAlertRevision(),
            step == null ? null : step.getStep(),
            reject.getInput().array(),
            reject.getInputLength(),
            reject.getInputSha256(),
            now
        };
    }

    /** The step that was refused; null if it was something else. */
    private static @Nullable Disposal step(Reject reject) {
        return Wire.decode(reject.getInput().array(), Disposal.class) instanceof Decoded.Value<Disposal> step
                ? step.value()
                : null;
    }
}
