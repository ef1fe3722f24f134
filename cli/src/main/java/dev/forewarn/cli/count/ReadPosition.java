package dev.forewarn.cli.count;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * How far a job has read its log, as its last checkpoint says. Whatever the messages up to there brought about has been
 * written, since a checkpoint first flushes the outputs.
 */
public final class ReadPosition {

    private static final int PATIENCE_MS = 15_000;

    private ReadPosition() {}

    /**
     * How many messages of the log no checkpoint covers yet; empty if the job has not completed one.
     *
     * @param group consumer group under which the job shows its offsets
     */
    public static OptionalLong behind(String bootstrapServers, String topic, String group)
            throws IOException, InterruptedException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
            for (TopicDescription description :
                    admin.describeTopics(List.of(topic)).allTopicNames().get().values()) {
                for (TopicPartitionInfo partition : description.partitions()) {
                    partitions.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
                }
            }
            Map<TopicPartition, ListOffsetsResultInfo> ends =
                    admin.listOffsets(partitions).all().get();
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return behind(ends, read);
        } catch (ExecutionException e) {
            throw new IOException(
                    "the broker at " + bootstrapServers + " does not say how far " + topic + " was read: "
                            + e.getCause(),
                    e);
        }
    }

    private static OptionalLong behind(
            Map<TopicPartition, ListOffsetsResultInfo> ends, Map<TopicPartition, OffsetAndMetadata> read) {
        long behind = 0;
        boolean isKnown = false;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
            OffsetAndMetadata position = read.get(end.getKey());
            isKnown |= position != null;
            behind += end.getValue().offset() - (position == null ? 0 : position.offset());
        }
        return isKnown ? OptionalLong.of(behind) : OptionalLong.empty();
    }
}
