package dev.forewarn.console.health;

import dev.forewarn.console.ingest.IngestStatus;
import dev.forewarn.console.query.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the installation runs.
 *
 * @param reading how this console reads
 * @param partitions of the topics that it reads
 * @param checkpoints of the jobs
 * @param reasons rejects by reason, the most frequent first
 * @param chosen reason whose rejects are listed; empty for all
 * @param rejects newest first
 * @param poisoned messages that this console could not read or keep, newest first, at most 50
 * @param sources those of which something is known, silent ones first
 */
public record HealthReport(
        IngestStatus.Report reading,
        List<Partition> partitions,
        List<Checkpoint> checkpoints,
        List<Reason> reasons,
        String chosen,
        Page<Rejected> rejects,
        List<Poisoned> poisoned,
        List<Source> sources) {

    public HealthReport {
        partitions = List.copyOf(partitions);
        checkpoints = List.copyOf(checkpoints);
        reasons = List.copyOf(reasons);
        poisoned = List.copyOf(poisoned);
        sources = List.copyOf(sources);
    }

    /** How many sources are silent. */
    public long silent() {
        return sources.stream().filter(source -> source.silentSince() != null).count();
    }

    /**
     * A partition of a topic.
     *
     * @param next offset of the next record to be read
     * @param lag records not yet read; null if not known
     * @param movedAt when something was last read of it
     */
    public record Partition(
            String topic,
            int partition,
            long next,
            @Nullable Long lag,
            Instant movedAt) {}

    /**
     * The last complete checkpoint of a job.
     *
     * @param state of the job
     * @param at null if there is none, or it is not known
     * @param failed how many have failed since the job started
     * @param unknown why it is not known; empty if it is
     */
    public record Checkpoint(
            String job,
            String state,
            @Nullable Instant at,
            long bytes,
            long milliseconds,
            long failed,
            String unknown) {

        static Checkpoint unknown(String why) {
            return new Checkpoint("", "", null, 0, 0, 0, why);
        }
    }

    /** How many rejects have a reason. */
    public record Reason(String reason, long count, Instant newest) {}

    /**
     * An input that the engine refused.
     *
     * @param detail empty where the reader may not see it
     * @param input as text, what cannot be printed as dots, at most 2,000 characters; empty where the reader may not
     *     see it
     */
    public record Rejected(
            Instant at,
            String reason,
            String detail,
            String topic,
            int partition,
            long offset,
            @Nullable String entityId,
            int length,
            String sha256,
            String input) {}

    /** A message that this console could not read or keep; its content as that of {@link Rejected}. */
    public record Poisoned(
            String topic,
            int partition,
            long offset,
            String reason,
            String detail,
            int length,
            String content,
            Instant storedAt) {}

    /**
     * A source of facts.
     *
     * @param silentSince null if it is not silent
     * @param newestDay on which it was last heard; null if it never was
     * @param alertId the open alert about its silence; null if there is none that this person may see
     */
    public record Source(
            String source,
            String nameZh,
            String nameEn,
            @Nullable LocalDate silentSince,
            @Nullable LocalDate newestDay,
            @Nullable String alertId) {}
}
