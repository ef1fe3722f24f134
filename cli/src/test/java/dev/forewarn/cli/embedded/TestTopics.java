package dev.forewarn.cli.embedded;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** Topics of tests. */
public final class TestTopics {

    private TestTopics() {}

    /** A topic whose records are kept for ever, with the time at which the broker took them. */
    public static TopicSpec kept(String name, int partitions) {
        return new TopicSpec(
                name,
                partitions,
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime"));
    }

    /** A topic that keeps the newest record of every key. */
    static TopicSpec compacted(String name, int partitions) {
        return new TopicSpec(
                name, partitions, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }
}
