package dev.forewarn.cli.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** The settings of a Flink that is alone in its process, and of the jobs in it. */
final class FlinkSettings {

    static final String HOST = "127.0.0.1";

    /** How many ports after the wanted one are tried for the web page. */
    private static final int WEB_PORTS = 100;

    private FlinkSettings() {}

    /** Settings for the cluster: {@code given} where it says something, and what must hold here in any case. */
    static Configuration ofCluster(Path scratch, int webPort, Configuration given) {
        Configuration settings = new Configuration();
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
        settings.set(ClusterOptions.CLUSTER_SERVICES_SHUTDOWN_TIMEOUT, Duration.ofSeconds(5));
        settings.addAll(given);

        settings.set(RestOptions.ADDRESS, HOST);
        settings.set(RestOptions.BIND_ADDRESS, HOST);
        settings.set(RestOptions.BIND_PORT, webPorts(webPort));
        // Whoever can reach the page could otherwise run any code in this process.
        settings.set(WebOptions.SUBMIT_ENABLE, false);
        loopbackOnly(settings);
        // The one before the newest serves if a power failure has spoilt the newest.
        settings.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
        // Everything temporary lies under one folder, so that what kill -9 leaves can be found and removed.
        settings.set(CoreOptions.TMP_DIRS, scratch.toString());
        settings.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, scratch.toString());
        settings.set(WebOptions.TMP_DIR, scratch.toString());
        return settings;
    }

    /** A wanted port and those after it; Flink takes the first that is free. */
    private static String webPorts(int port) {
        return port == LoopbackPort.ANY ? "0" : port + "-" + Math.min(port + WEB_PORTS, LoopbackPort.LAST);
    }

    /** Flink insists on a server for large files, which nothing here uses: no one else may reach it. */
    private static void loopbackOnly(Configuration settings) {
        settings.set(JobManagerOptions.BIND_HOST, HOST);
        settings.set(BlobServerOptions.OFFLOAD_MINSIZE, Integer.MAX_VALUE);
    }

    /**
     * Settings for one job: {@code given}, with checkpoints of RocksDB state that outlive the process in
     * {@code checkpoints}.
     */
    static Configuration ofJob(Path checkpoints, Configuration given) {
        Configuration settings = new Configuration();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofSeconds(1));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(30));
        settings.addAll(given);

        settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        return settings;
    }
}
