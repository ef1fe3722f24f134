package dev.forewarn.cli.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.scheduler.exceptionhistory.RootExceptionHistoryEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job in a {@link LocalFlink}, to be waited for, looked at and stopped. */
public final class RunningJob {

    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private final FlinkCluster cluster;
    private final String name;
    private final JobID id;

    RunningJob(FlinkCluster cluster, String name, JobID id) {
        this.cluster = cluster;
        this.name = name;
        this.id = id;
    }

    /** Flink's id of this run of the job, as its web page shows it. */
    public String id() {
        return id.toHexString();
    }

    /** What the job is doing, in Flink's words. */
    public JobStatus status() {
        return Futures.await(cluster.getJobStatus(id), PATIENCE, "ask for the status of job " + name);
    }

    /** The job's latest failures, oldest first; Flink keeps 16. */
    public List<JobFailure> failures() {
        List<JobFailure> failures = new ArrayList<>();
        Futures.await(cluster.graphAndFailures(id), PATIENCE, "ask for the failures of job " + name)
                .getExceptionHistory()
                .forEach(entry -> failures.add(failure(entry)));
        return failures;
    }

    /**
     * How the job will have ended. If it fails for good the future fails with an {@link EmbeddedException} that names
     * the root cause.
     */
    public CompletableFuture<JobEnd> end() {
        return cluster.requestJobResult(id).thenApply(this::ended);
    }

    private JobEnd ended(JobResult result) {
        return switch (result.getApplicationStatus()) {
            case SUCCEEDED -> JobEnd.FINISHED;
            case CANCELED -> JobEnd.CANCELLED;
            default ->
                throw result.getSerializedThrowable()
                        .map(cause ->
                                new EmbeddedException("Job " + name + " failed: " + RootCause.inWords(cause), cause))
                        .orElseGet(() -> new EmbeddedException("Job " + name + " ended in an unknown state."));
        };
    }

    /**
     * Waits until Flink has read the graph and restored the state, or refused to.
     *
     * @throws EmbeddedException if it refused, naming the root cause
     */
    void awaitInitialized(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        CompletableFuture<JobEnd> end = end();
        while (!end.isDone() && status() == JobStatus.INITIALIZING && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        if (end.isCompletedExceptionally()) {
            Futures.await(end, POLL, "start job " + name);
        }
    }

    /**
     * Takes a checkpoint now.
     *
     * @return where it lies
     * @throws EmbeddedException if it is not completed within {@code patience}
     */
    public Path checkpoint(Duration patience) {
        String location = Futures.await(cluster.triggerCheckpoint(id), patience, "take a checkpoint of job " + name);
        return Path.of(URI.create(location));
    }

    /**
     * Stops the job, after a last checkpoint if one can be had within {@code patience}; without it the next run starts
     * from the one before, and does some work twice. Does nothing if the job has ended.
     */
    public void stop(Duration patience) {
        if (status().isGloballyTerminalState()) {
            return;
        }
        try {
            checkpoint(patience);
        } catch (EmbeddedException e) {
            LOG.warn("Stopping job {} without a last checkpoint.", name, e);
        }
        cancel();
    }

    /** Stops the job at once. Does nothing if it has ended. */
    public void cancel() {
        cancel(PATIENCE);
    }

    void cancel(Duration patience) {
        try {
            Futures.await(cluster.cancelJob(id), patience, "cancel job " + name);
        } catch (EmbeddedException e) {
            if (status().isGloballyTerminalState()) {
                return;
            }
            throw e;
        }
        Futures.await(cluster.requestJobResult(id), patience, "see job " + name + " end");
    }

    private static JobFailure failure(RootExceptionHistoryEntry entry) {
        String task = entry.getFailingTaskName() == null ? "" : entry.getFailingTaskName();
        return new JobFailure(
                Instant.ofEpochMilli(entry.getTimestamp()), task, RootCause.inWords(entry.getException()));
    }
}
