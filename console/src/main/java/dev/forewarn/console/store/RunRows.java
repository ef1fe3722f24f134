package dev.forewarn.console.store;

import dev.forewarn.avro.SourceState;
import dev.forewarn.avro.Verdict;
import dev.forewarn.console.ingest.Batch;
import dev.forewarn.console.ingest.Message.Bundle;
import dev.forewarn.console.ingest.Message.Origin;
import dev.forewarn.console.ingest.Message.Poison;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What concerns the run of the installation: catalogues, silent sources, messages that could not be read. */
@Component
final class RunRows implements Rows {

    private static final Upsert BUNDLE = Upsert.into("catalogue_bundle")
            .key("record_offset", "BIGINT")
            .texts("stage")
            .instants("published_at")
            .texts("author", "approver", "remark")
            .column("content", "TEXT")
            .orKeep();

    private static final Upsert VERDICT = Upsert.into("verdict")
            .key("record_offset", "BIGINT")
            .texts("stage", "version")
            .instants("published_at")
            .column("accepted", "BOOLEAN")
            .texts("reason", "detail", "author", "approver", "remark")
            .instants("effective_at")
            .texts("previous_version")
            .column("bundle_offset", "BIGINT")
            .column("entities", "BIGINT")
            .column("worse", "BIGINT")
            .column("better", "BIGINT")
            .numbers("allowed_worse")
            .orKeep();

    private static final Upsert SOURCE = Upsert.into("source_state")
            .key("source", "VARCHAR")
            .instants("changed_at")
            .column("silent_since", "DATE")
            .column("newest_day", "DATE")
            .ifNewerBy("changed_at");

    private static final Upsert POISONED = Upsert.into("poisoned")
            .key("topic", "VARCHAR")
            .key("partition_no", "INT")
            .key("record_offset", "BIGINT")
            .texts("reason", "detail")
            .column("content", "BYTEA")
            .numbers("content_length")
            .instants("stored_at")
            .orKeep();

    private final JdbcTemplate jdbc;

    RunRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Batch batch, Instant now) {
        BUNDLE.write(
                jdbc,
                batch.of(Bundle.class).stream()
                        .map(item -> bundle(item.origin(), item.value()))
                        .toList());
        VERDICT.write(
                jdbc,
                batch.of(Verdict.class).stream()
                        .map(item -> verdict(item.origin(), item.value()))
                        .toList());
        for (Batch.Item<SourceState> item : batch.of(SourceState.class)) {
            // One at a time: a batch may say several things about one source.
            SOURCE.write(jdbc, java.util.List.<Object[]>of(source(item.value())));
        }
        POISONED.write(
                jdbc,
                batch.of(Poison.class).stream()
                        .map(item -> poisoned(item.origin(), item.value(), now))
                        .toList());
    }

    private static Object[] bundle(Origin origin, Bundle bundle) {
        return new Object[] {
            origin.offset(),
            bundle.stage(),
            origin.appendedAt(),
            bundle.author(),
            bundle.approver(),
            bundle.remark(),
            bundle.text()
        };
    }

    private static Object[] verdict(Origin origin, Verdict verdict) {
        return new Object[] {
            origin.offset(),
            verdict.getStage(),
            verdict.getVersion(),
            verdict.getPublishedAt(),
            verdict.getAccepted(),
            verdict.getReason(),
            verdict.getDetail(),
            verdict.getAuthor(),
            verdict.getApprover(),
            verdict.getComment(),
            verdict.getEffectiveAt(),
            verdict.getPreviousVersion(),
            verdict.getOffset(),
            verdict.getEntities(),
            verdict.getWorse(),
            verdict.getBetter(),
            verdict.getAllowedWorse()
        };
    }

    private static Object[] source(SourceState state) {
        return new Object[] {state.getSource(), state.getAt(), state.getSilentSince(), state.getNewestDay()};
    }

    private static Object[] poisoned(Origin origin, Poison poison, Instant now) {
        return new Object[] {
            origin.topic(),
            origin.partition(),
            origin.offset(),
            poison.reason(),
            poison.detail(),
            poison.bytes(),
            poison.length(),
            now
        };
    }
}
