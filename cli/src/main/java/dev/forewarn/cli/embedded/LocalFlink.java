package dev.forewarn.cli.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.graph.ExecutionPlan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Flink of one process, on the loopback address, with its web page, and with checkpoints in a folder that outlives
 * it.
 *
 * <p>Jobs are told apart by name, each with its checkpoints in {@code checkpoints/<name>}, since Flink gives every run
 * a new id. Make a job's environment from {@link #settingsFor}, then hand its graph to {@link #resume}.
 */
public final class LocalFlink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalFlink.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GOODBYE = Duration.ofSeconds(10);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final DirectoryLock lock;
    private final Path checkpoints;
    private final FlinkCluster cluster;
    private final URI webPage;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalFlink(DirectoryLock lock, Path checkpoints, FlinkCluster cluster, URI webPage) {
        this.lock = lock;
        this.checkpoints = checkpoints;
        this.cluster = cluster;
        this.webPage = webPage;
    }

    /**
     * Starts Flink on {@code directory}, making it if it does not exist.
     *
     * @param slots how many parallel instances of all tasks together fit in, at least 1
     * @param webPort where the web page is wanted, in [0, 65535]; if taken the next free port serves; 0 means any
     * @param given further settings for the cluster; empty for none
     * @throws EmbeddedException if the folder is in use, or Flink does not come up
     */
    public static LocalFlink start(Path directory, int slots, int webPort, Configuration given) {
        LoopbackPort.requireValid(webPort);
        Path home = directory.toAbsolutePath();
        DirectoryLock lock = DirectoryLock.take(home);
        try {
            Path scratch = emptied(home.resolve("tmp"));
            FlinkCluster cluster = new FlinkCluster(new MiniClusterConfiguration.Builder()
                    .setConfiguration(FlinkSettings.ofCluster(scratch, webPort, given))
                    .setNumTaskManagers(1)
                    .setNumSlotsPerTaskManager(slots)
                    .build());
            cluster.start();
            URI webPage = Futures.await(cluster.getRestAddress(), PATIENCE, "find Flink's web page");
            return new LocalFlink(lock, home.resolve("checkpoints"), cluster, webPage);
        } catch (Throwable e) {
            lock.close();
            throw inWords(home, e);
        }
    }

    private static EmbeddedException inWords(Path home, Throwable failure) {
        if (RootCause.of(failure) instanceof UnknownHostException) {
            return new EmbeddedException(
                    "Flink did not start: this machine cannot find the address of its own name; add the name to its hosts"
                            + " file (" + RootCause.inWords(failure) + ").",
                    failure);
        }
        return EmbeddedException.because("Flink did not start in " + home, failure);
    }

    /** Removes what an earlier process left behind, which no later one can use. */
    private static Path emptied(Path scratch) throws IOException {
        if (Files.exists(scratch)) {
            Files.walkFileTree(scratch, new Sweeper(folder -> false, file -> false));
        }
        return Files.createDirectories(scratch);
    }

    /** The web page, which may lie on a later port than the wanted one. */
    public URI webPage() {
        return webPage;
    }

    /**
     * What the environment of job {@code name} is to be made from: {@code given}, with state in RocksDB, and
     * incremental checkpoints kept where {@link #resume} finds them.
     *
     * @param name lower-case letters, digits and hyphens
     */
    public Configuration settingsFor(String name, Configuration given) {
        return FlinkSettings.ofJob(folderOf(name), given);
    }

    /** The newest completed checkpoint of job {@code name} in any run; empty if it never completed one. */
    public Optional<Path> newestCheckpoint(String name) {
        return new CheckpointFolder(folderOf(name)).newestCompleted();
    }

    /** Runs {@code plan} as job {@code name}, from its newest completed checkpoint if there is one. */
    public RunningJob resume(String name, ExecutionPlan plan) {
        return submit(name, plan, newestCheckpoint(name).orElse(null));
    }

    /**
     * Runs {@code plan} as job {@code name} from {@code checkpoint}, or from nothing if that is null. Once Flink has
     * accepted it, all other checkpoints of the job are removed, so the next {@link #resume} goes on from this run.
     *
     * @param checkpoint one of this job's own, which now belongs to the run and is removed when no longer needed; or a
     *     checkpoint or savepoint from elsewhere, which is only read
     * @throws EmbeddedException if there is no such checkpoint, the job is refused, or its state does not fit
     */
    public RunningJob submit(String name, ExecutionPlan plan, @Nullable Path checkpoint) {
        CheckpointFolder folder = new CheckpointFolder(folderOf(name));
        Set<String> needed = Set.of();
        if (checkpoint != null) {
            needed = CheckpointFolder.stateFilesOf(checkpoint);
            // Claimed files serve the increments of this run and go when they no longer do. Without a claim the first
            // checkpoint would be a full one, and the old files nobody's.
            RecoveryClaimMode claim =
                    folder.contains(checkpoint) ? RecoveryClaimMode.CLAIM : RecoveryClaimMode.NO_CLAIM;
            plan.setSavepointRestoreSettings(
                    SavepointRestoreSettings.forPath(checkpoint.toUri().toString(), false, claim));
        }
        var submitted = Futures.await(cluster.submitJob(plan), PATIENCE, "submit job " + name);
        RunningJob job = new RunningJob(cluster, name, submitted.getJobID());
        job.awaitInitialized(PATIENCE);
        folder.sweep(job.id(), checkpoint, needed);
        return job;
    }

    /** Cancels what still runs and stops Flink, within seconds. State is as of each job's last checkpoint. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            // Tasks that are cancelled end at once; those that lose their cluster notice only after a while.
            cancelAll();
            Futures.await(cluster.closeAsync(), GOODBYE, "see Flink stop");
        } catch (EmbeddedException e) {
            LOG.warn("Flink did not stop in good order; its threads end with the process.", e);
        } finally {
            lock.close();
        }
    }

    private void cancelAll() {
        for (JobStatusMessage job : Futures.await(cluster.listJobs(), GOODBYE, "list the jobs")) {
            try {
                new RunningJob(cluster, job.getJobName(), job.getJobId()).cancel(GOODBYE);
            } catch (EmbeddedException e) {
                LOG.warn("Stopping Flink with job {} still in it.", job.getJobName(), e);
            }
        }
    }

    private Path folderOf(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new EmbeddedException(
                    "A job's name must consist of lower-case letters, digits and hyphens; got \"" + name + "\".");
        }
        return checkpoints.resolve(name);
    }
}
