package dev.forewarn.cli.embedded;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What one topic is to be like.
 *
 * @param name full name of the topic
 * @param partitions number of partitions, at least 1, fixed for the life of the topic
 * @param settings Kafka's topic settings by their names, {@link TopicConfig}
 */
public record TopicSpec(String name, int partitions, Map<String, String> settings) {

    public TopicSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A topic must have a name; got an empty one.");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "A topic must have at least 1 partition; got " + partitions + " for " + name + ".");
        }
        settings = Map.copyOf(settings);
    }

    /**
     * Leaves the number of copies to the broker: one on the embedded broker, whatever its owner chose on a real one.
     */
    NewTopic toNewTopic() {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }
}
