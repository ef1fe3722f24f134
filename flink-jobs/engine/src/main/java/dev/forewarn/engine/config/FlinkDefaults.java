package dev.forewarn.engine.config;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** Settings of Flink that the job needs, and those that suit it where nothing else is set. */
public final class FlinkDefaults {

    /**
     * Number of key groups: the largest parallelism ever. Fixed for the life of an installation, since state is cut by
     * it.
     */
    public static final int MAX_PARALLELISM = 720;

    private FlinkDefaults() {}

    /** Adds them to a configuration. What the job needs overrules what is there; what merely suits it does not. */
    public static Configuration complete(Configuration given) {
        Configuration complete = new Configuration(given);
        // Stored bytes are a contract: no Kryo, no uid that a change of the graph would move, one cut of the keys.
        complete.set(PipelineOptions.GENERIC_TYPES, false);
        complete.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        complete.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        // Records between operators are immutable, and the dossier is bytes that are written once.
        suggest(complete, PipelineOptions.OBJECT_REUSE, true);
        suggest(complete, PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(50));
        suggest(complete, ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(5));
        suggest(complete, StateBackendOptions.STATE_BACKEND, "rocksdb");
        suggest(complete, RocksDBOptions.TIMER_SERVICE_FACTORY, PriorityQueueStateType.ROCKSDB);
        // What is still in memory at a checkpoint is written out while events wait: with Flink's 64 MB, a tenth of a
        // second each time.
        suggest(complete, RocksDBConfigurableOptions.WRITE_BUFFER_SIZE, MemorySize.ofMebiBytes(2));
        suggest(complete, CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        suggest(complete, CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
        suggest(
                complete,
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        return complete;
    }

    private static <T> void suggest(Configuration configuration, ConfigOption<T> option, T value) {
        if (!configuration.contains(option)) {
            configuration.set(option, value);
        }
    }
}
