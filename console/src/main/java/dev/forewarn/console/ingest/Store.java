package dev.forewarn.console.ingest;

import dev.forewarn.console.ingest.Message.Origin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Where what was read is kept, together with how far it was read. */
public interface Store {

    /**
     * Writes a batch and its ends in one transaction. What others have written meanwhile is left out, and a message
     * that cannot be kept is kept as poisoned.
     *
     * @throws org.springframework.dao.DataAccessException if the database is away: nothing has been written
     */
    void write(Batch batch);

    /**
     * Where partitions are to be read from.
     *
     * @param topicIds the id that the broker gave each topic when it was made; one that was made anew is read from its
     *     beginning
     * @return the offset for each partition; 0 for one that was never read
     */
    Map<TopicPartition, Long> places(Map<TopicPartition, String> topicIds);

    /** Notes that what a partition held before an offset is gone from the broker. */
    void moveTo(TopicPartition partition, long offset);

    /**
     * Messages that could not be read, whole, for one of these reasons.
     *
     * @return as many as are looked at in one go, oldest first
     */
    List<Unread> unread(Set<String> reasons);

    /** Writes messages that can be read by now in the place of the bytes that were kept of them. */
    void writeAgain(List<Message> messages);

    /**
     * What was kept of a message that could not be read.
     *
     * @param bytes all of it
     */
    @SuppressWarnings("ArrayRecordComponent") // The bytes are handed on and never compared.
    record Unread(Origin origin, byte[] bytes) {}
}
