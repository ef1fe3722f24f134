package dev.forewarn.engine.operator;

import dev.forewarn.engine.state.BundleText;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * What the assessing operator is told when the job is submitted.
 *
 * @param submitted the bundle for empty state
 * @param logTopic name of the log, for rejects
 * @param labels domains that have a label of their own in the metrics
 * @param untilMs the last instant that is acted upon, in ms since 1970; {@link #NEVER} if input has no end
 * @param spreadMs over how long after local midnight the work of a day is spread, at least 1 ms
 * @param publishFromMs what happens earlier is not published, in ms since 1970;
 *     {@link dev.forewarn.core.dossier.CatalogueTimeline#PUBLISH_ALL} if all is
 * @param leadMs how long after its publication a bundle takes effect, in ms, at least 0
 * @param approvers who may approve a live bundle; empty if nobody need approve
 * @param walkStep how long one step of a walk over all entities keeps events waiting, at least 0
 * @param sampleEvery one in so many steps is timed, at least 1
 */
public record AssessSettings(
        BundleText submitted,
        String logTopic,
        List<String> labels,
        long untilMs,
        long spreadMs,
        long publishFromMs,
        long leadMs,
        List<String> approvers,
        Duration walkStep,
        int sampleEvery)
        implements Serializable {

    /** There is no last instant. */
    public static final long NEVER = Long.MAX_VALUE;

    public AssessSettings {
        labels = List.copyOf(labels);
        approvers = List.copyOf(approvers);
        if (spreadMs < 1 || sampleEvery < 1) {
            throw new IllegalArgumentException(
                    "spreadMs and sampleEvery must be at least 1; got " + spreadMs + " and " + sampleEvery);
        }
    }

    /** Labels come from a closed list: facts may name any domain, and monitoring must not grow with them. */
    String domainLabel(List<String> domains) {
        String first = domains.isEmpty() ? "" : domains.get(0);
        return labels.contains(first) ? first : "other";
    }
}
