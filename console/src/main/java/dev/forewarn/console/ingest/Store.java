package dev.forewarn.console.ingest;

import java.util.Map;
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
}
