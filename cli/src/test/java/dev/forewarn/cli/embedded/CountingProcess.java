package dev.forewarn.cli.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;

/** Runs broker, Flink and {@link CountingJob} on one folder until it is killed. */
final class CountingProcess {

    private static final Duration CHECKPOINT_EVERY = Duration.ofMillis(200);

    private CountingProcess() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        LogFile.under(folder);
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
        Words.createTopics(broker.bootstrapServers());
        LocalFlink flink = LocalFlink.start(folder.resolve("flink"), 2, 0, new Configuration());
        RunningJob job = flink.resume(
                CountingJob.NAME,
                CountingJob.graph(
                        flink.settingsFor(CountingJob.NAME, CountingJob.settings(CHECKPOINT_EVERY)),
                        broker.bootstrapServers()));
        System.out.println("ready " + broker.bootstrapServers());
        job.end().join();
    }
}
