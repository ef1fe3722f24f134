package dev.forewarn.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.config.EngineOptions;
import dev.forewarn.engine.timeline.Messages;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Everybody is being reassessed, on RocksDB, while events come, checkpoints are taken, and the job is rescaled. */
class WalkITCase {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(4)
            .build());

    private static final int BUSINESSES = 3_000;

    /** So few are moved on when the savepoint is asked for that the walk outlasts it on a busy machine too. */
    private static final int BEGUN = 50;

    /** When the second catalogue of {@link GraphRun} takes effect. */
    private static final long CHANGE = Messages.at("2026-03-15T12:00") + 30_000;

    private static final List<LogRecord> LOG = log();

    @TempDir
    private Path folder;

    @Test
    void aRescaleInTheMiddleOfAWalkUnderEventsAndCheckpointsChangesNothingButRepetitions() throws Exception {
        GraphRun first = GraphRun.with(slow(1));
        first.define(new FakeLog(LOG).readBy(first.env(), RateLimiterStrategy.perSecond(1_500)));
        JobClient job = first.env().executeAsync();
        await().pollInterval(Duration.ofMillis(20)).until(() -> reassessed(first.results()) > BEGUN);
        String savepoint = job.stopWithSavepoint(
                        false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        assertThat(reassessed(first.results())).as("the walk was under way").isLessThan(BUSINESSES);

        Configuration settings = slow(2);
        settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        GraphRun second = GraphRun.with(settings);
        second.define(new FakeLog(LOG).readBy(second.env(), RateLimiterStrategy.perSecond(3_000)));
        second.env().execute();

        GraphRun undisturbed = GraphRun.with(GraphRun.settingsUntil(Town.UNTIL, 1));
        undisturbed.define(new FakeLog(LOG).readBy(undisturbed.env(), RateLimiterStrategy.noOp()));
        undisturbed.env().execute();
        List<Outbound> both = new ArrayList<>(first.results());
        both.addAll(second.results());
        // Between the savepoint and the end of the task the walk goes a few steps further, which are repeated.
        Map<String, List<String>> told = GraphRun.history(both);
        told.replaceAll((key, said) -> List.copyOf(new LinkedHashSet<>(said)));
        assertThat(told).isEqualTo(GraphRun.history(undisturbed.results()));
        assertThat(versions(both)).hasSize(BUSINESSES);
        assertThat(versions(both).values()).allMatch(said -> List.copyOf(said).equals(List.of("v1", "v2")));
    }

    /** One business a step, so that a walk takes seconds. */
    private Configuration slow(int parallelism) {
        Configuration settings = GraphRun.settingsUntil(Town.UNTIL, parallelism);
        settings.set(EngineOptions.CATALOGUE_WALK_STEP, Duration.ZERO);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        return settings;
    }

    /** A penalty for each before the change; after it four thousand events to a quarter of them in three minutes. */
    private static List<LogRecord> log() {
        List<LogRecord> log = new ArrayList<>();
        for (int i = 0; i < BUSINESSES; i++) {
            long at = CHANGE - 3_600_000 + i;
            log.add(Messages.onLog(Town.id(i), at, Messages.penalty(Town.id(i), at)));
        }
        for (int i = 0; i < 4_000; i++) {
            long at = CHANGE + 45L * i;
            String id = Town.id(i * 7 % (BUSINESSES / 4));
            log.add(Messages.onLog(id, at, Messages.recall(id, at, "batch " + i % 50)));
        }
        return log;
    }

    private static long reassessed(List<Outbound> results) {
        return versions(results).values().stream()
                .filter(said -> said.contains("v2"))
                .count();
    }

    /** Versions of the assessments of each entity, in order. */
    private static Map<String, Set<String>> versions(List<Outbound> results) {
        Map<String, Set<String>> versions = new TreeMap<>();
        results.stream()
                .filter(message -> message.channel() == Outbound.Channel.ASSESSMENTS)
                .map(message -> ((Decoded.Value<Assessment>) Wire.decode(message.value(), Assessment.class)).value())
                .forEach(assessment -> versions.computeIfAbsent(assessment.getEntityId(), id -> new LinkedHashSet<>())
                        .add(assessment.getCatalogueVersion()));
        return versions;
    }
}
