package dev.forewarn.cli.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What one topic is to be like. Start from {@link #kept}, {@link #compacted} or {@link #limited}.
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

    /** A topic whose records are kept for ever. */
    public static TopicSpec kept(String name, int partitions) {
        return new TopicSpec(
                name,
                partitions,
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        "-1"));
    }

    /** A topic that keeps the newest record of every key. */
    public static TopicSpec compacted(String name, int partitions) {
        return new TopicSpec(
                name, partitions, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    /**
     * A topic whose records are dropped once they are older than {@code retention}. The age is that of the record's own
     * time stamp, so records about the past are dropped at once unless the topic is {@link #stampedOnArrival}.
     */
    public static TopicSpec limited(String name, int partitions, Duration retention) {
        return new TopicSpec(
                name,
                partitions,
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retention.toMillis())));
    }

    /** The same topic, whose records carry the time at which the broker took them, whatever the writer says. */
    public TopicSpec stampedOnArrival() {
        return with(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    }

    /** The same topic with one more of Kafka's topic settings. */
    public TopicSpec with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return new TopicSpec(name, partitions, more);
    }

    /**
     * Leaves the number of copies to the broker: one on the embedded broker, whatever its owner chose on a real one.
     */
    NewTopic toNewTopic() {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }
}
