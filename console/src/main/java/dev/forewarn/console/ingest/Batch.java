package dev.forewarn.console.ingest;

import dev.forewarn.console.ingest.Message.Origin;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What is written in one transaction.
 *
 * @param messages in the order of their partitions
 * @param ends the offset behind the last record of each partition that was read, of a kind that is kept or not
 */
public record Batch(List<Message> messages, Map<TopicPartition, Long> ends) {

    public Batch {
        messages = List.copyOf(messages);
        ends = Map.copyOf(ends);
    }

    /** What was read of one kind, with where it stands. */
    public <T> List<Item<T>> of(Class<T> type) {
        return messages.stream()
                .filter(message -> type.isInstance(message.content()))
                .map(message -> new Item<>(message.origin(), type.cast(message.content())))
                .toList();
    }

    /** A message of one kind. */
    public record Item<T>(Origin origin, T value) {}
}
