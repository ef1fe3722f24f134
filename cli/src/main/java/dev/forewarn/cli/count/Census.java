package dev.forewarn.cli.count;

import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.config.Topics;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * All that is on the topics of one installation, counted.
 *
 * @param topics the topics that were read
 * @param behind messages of the log that no checkpoint of the job covers yet; empty if it has not completed one
 */
public record Census(Topics topics, LogCount log, OutputCount outputs, AlertCount alerts, OptionalLong behind) {

    /**
     * Reads all topics from their beginning to their present end.
     *
     * @param group consumer group under which the job shows its offsets
     */
    public static Census of(String bootstrapServers, Topics topics, String group)
            throws IOException, InterruptedException {
        OptionalLong behind = ReadPosition.behind(bootstrapServers, topics.events(), group);
        LogCount log = new LogCount();
        OutputCount outputs = new OutputCount();
        AlertCount alerts = new AlertCount();
        read(bootstrapServers, topics.events(), log::add);
        read(bootstrapServers, topics.rejects(), outputs::addReject);
        read(bootstrapServers, topics.assessments(), outputs::addAssessment);
        read(bootstrapServers, topics.classes(), outputs::addMonthlyClass);
        read(bootstrapServers, topics.alerts(), alerts::add);
        return new Census(topics, log, outputs, alerts, behind);
    }

    private static void read(String bootstrapServers, String topic, Consumer<byte[]> counter) {
        try (TopicReader reader = new TopicReader(bootstrapServers, topic)) {
            reader.readAll(message -> {
                // A compacted topic holds deletions too.
                if (message.value() != null) {
                    counter.accept(message.value());
                }
            });
        }
    }
}
