package dev.forewarn.cli.installation;

import dev.forewarn.cli.catalogue.CataloguePublisher;
import dev.forewarn.cli.embedded.EmbeddedBroker;
import dev.forewarn.cli.embedded.LocalFlink;
import dev.forewarn.cli.embedded.RunningJob;
import dev.forewarn.engine.catalogue.BundleCompiler;
import dev.forewarn.engine.config.EngineConfig;
import dev.forewarn.engine.config.EngineOptions;
import dev.forewarn.engine.config.FlinkDefaults;
import dev.forewarn.engine.config.Topics;
import dev.forewarn.engine.job.EarlyWarningJob;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The parts of an installation that run in this process: broker unless a real one is named, topics, Flink and the job.
 */
public final class Running implements AutoCloseable {

    private static final String JOB = "forewarn";
    private static final Duration LAST_CHECKPOINT = Duration.ofSeconds(10);

    private final Installation installation;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final LocalFlink flink;
    private final RunningJob job;
    private final boolean isResumed;

    private Running(
            Installation installation, Deque<AutoCloseable> parts, LocalFlink flink, RunningJob job, boolean resumed) {
        this.installation = installation;
        this.parts.addAll(parts);
        this.flink = flink;
        this.job = job;
        this.isResumed = resumed;
    }

    /**
     * How to start.
     *
     * @param wanted name, folder, clock and partitions
     * @param kafka a real broker, if one is to be used
     * @param domains domains that have an alert topic of their own
     * @param bundle text of the catalogue, for empty state
     * @param delivery how outputs are written
     * @param webPort where Flink's page is wanted
     * @param checkpointEvery how often state is made safe: what a crash must read again
     */
    public record Start(
            Installation wanted,
            Optional<String> kafka,
            List<String> domains,
            String bundle,
            int parallelism,
            DeliveryGuarantee delivery,
            int webPort,
            Duration checkpointEvery) {
        public Start {
            domains = List.copyOf(domains);
        }
    }

    /** Starts all parts; stops those that came up if one does not. */
    public static Running start(Start start) {
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            String servers = start.kafka().orElseGet(() -> {
                EmbeddedBroker broker = EmbeddedBroker.start(start.wanted().kafkaFolder());
                parts.push(broker);
                return broker.bootstrapServers();
            });
            Installation installation = start.wanted().at(servers);
            InstallationTopics.ensure(
                    servers, new Topics(installation.topicPrefix()), installation.partitions(), start.domains());
            LocalFlink flink = LocalFlink.start(
                    installation.flinkFolder(), start.parallelism(), start.webPort(), new Configuration());
            parts.push(flink);
            boolean resumed = flink.newestCheckpoint(JOB).isPresent();
            if (!resumed) {
                keepFirstCatalogue(installation, start.bundle());
            }
            Configuration settings = settings(installation, start);
            StreamExecutionEnvironment env =
                    StreamExecutionEnvironment.getExecutionEnvironment(flink.settingsFor(JOB, settings));
            env.setParallelism(start.parallelism());
            EarlyWarningJob.define(env, EngineConfig.of(settings), start.bundle(), new BundleCompiler());
            RunningJob job = flink.resume(JOB, env.getStreamGraph());
            installation.write();
            return new Running(installation, parts, flink, job, resumed);
        } catch (RuntimeException | Error failure) {
            closeAll(parts);
            throw failure;
        }
    }

    public Installation installation() {
        return installation;
    }

    public URI flinkPage() {
        return flink.webPage();
    }

    public RunningJob job() {
        return job;
    }

    /** Whether the job went on from a checkpoint rather than from nothing. */
    public boolean isResumed() {
        return isResumed;
    }

    /** Stops the job after a last checkpoint, then all parts. */
    @Override
    public void close() {
        try {
            job.stop(LAST_CHECKPOINT);
        } finally {
            closeAll(parts);
        }
    }

    private static Configuration settings(Installation installation, Start start) {
        Configuration settings = new Configuration();
        settings.set(EngineOptions.KAFKA_BOOTSTRAP_SERVERS, installation.bootstrapServers());
        settings.set(EngineOptions.KAFKA_TOPIC_PREFIX, installation.topicPrefix());
        settings.set(EngineOptions.KAFKA_GROUP_ID, installation.name());
        settings.set(EngineOptions.KAFKA_TRANSACTION_PREFIX, installation.name());
        settings.set(EngineOptions.KAFKA_DOMAIN_TOPICS, start.domains());
        settings.set(EngineOptions.KAFKA_DELIVERY, start.delivery());
        settings.set(EngineOptions.CLOCK_MODE, installation.clock());
        installation
                .publishFrom()
                .ifPresent(instant -> settings.set(EngineOptions.CLOCK_PUBLISH_FROM, instant.toString()));
        settings.set(CoreOptions.DEFAULT_PARALLELISM, start.parallelism());
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, start.checkpointEvery());
        return FlinkDefaults.complete(settings);
    }

    /** The first catalogue is published too, so that the topic holds every one that was ever in force. */
    private static void keepFirstCatalogue(Installation installation, String bundle) {
        try {
            CataloguePublisher.publishFirst(
                    installation.bootstrapServers(), new Topics(installation.topicPrefix()), bundle);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the catalogue could not be published: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the catalogue was published", e);
        }
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        RuntimeException failure = null;
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException("a part did not stop", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
