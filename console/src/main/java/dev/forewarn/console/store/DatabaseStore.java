package dev.forewarn.console.store;

import dev.forewarn.console.ingest.Batch;
import dev.forewarn.console.ingest.Message;
import dev.forewarn.console.ingest.Message.Poison;
import dev.forewarn.console.ingest.Store;
import dev.forewarn.console.store.Places.Place;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes batches into the database. Who writes holds the lock; what the places say has been written, by this console or
 * another on the same database, is left out. So neither a crash nor a second console loses or doubles anything.
 */
@Component
final class DatabaseStore implements Store {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseStore.class);

    /** Class of SQL states that says that a value is at fault. */
    private static final String BAD_VALUE = "22";

    private final TransactionTemplate transaction;
    private final Places places;
    private final Poisoned poisoned;
    private final List<Rows> tables;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DatabaseStore(
            TransactionTemplate transaction,
            Places places,
            Poisoned poisoned,
            List<Rows> tables,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transaction = transaction;
        this.places = places;
        this.poisoned = poisoned;
        this.tables = tables;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void write(Batch batch) {
        try {
            commit(batch);
        } catch (RuntimeException e) {
            if (!isOfTheValues(e)) {
                throw e;
            }
            LOG.warn(
                    "a batch of {} is written one by one, since the database refuses one: {}",
                    batch.messages().size(),
                    e.getMessage());
            writeOneByOne(batch);
        }
        events.publishEvent(new Written(this));
    }

    private void commit(Batch batch) {
        transaction.executeWithoutResult(status -> {
            places.lock();
            Map<TopicPartition, Place> known = places.all();
            Batch news = newsOf(batch, known);
            Instant now = clock.instant();
            tables.forEach(rows -> rows.write(news, now));
            places.moveTo(news.ends(), now);
        });
    }

    private static Batch newsOf(Batch batch, Map<TopicPartition, Place> known) {
        Map<TopicPartition, Long> ends = new HashMap<>(batch.ends());
        ends.entrySet().removeIf(end -> end.getValue() <= nextOffset(known, end.getKey()));
        List<Message> news = batch.messages().stream()
                .filter(message -> message.origin().offset()
                        >= nextOffset(
                                known,
                                new TopicPartition(
                                        message.origin().topic(),
                                        message.origin().partition())))
                .toList();
        return new Batch(news, ends);
    }

    private static long nextOffset(Map<TopicPartition, Place> known, TopicPartition partition) {
        Place place = known.get(partition);
        return place == null ? 0 : place.nextOffset();
    }

    /** So that one message that cannot be kept does not keep the others out. */
    private void writeOneByOne(Batch batch) {
        for (Message message : batch.messages()) {
            Map<TopicPartition, Long> end = Map.of(
                    new TopicPartition(
                            message.origin().topic(), message.origin().partition()),
                    message.origin().offset() + 1);
            try {
                commit(new Batch(List.of(message), end));
            } catch (RuntimeException e) {
                if (!isOfTheValues(e)) {
                    throw e;
                }
                Poison poison = Poison.of("unstorable", String.valueOf(e.getMessage()), message.bytes());
                commit(new Batch(List.of(new Message(message.origin(), poison, message.bytes())), end));
            }
        }
        commit(new Batch(List.of(), batch.ends()));
    }

    /** Whether what is written is at fault, and not that the database is away or is not as it should be. */
    private static boolean isOfTheValues(RuntimeException failure) {
        if (failure instanceof UncategorizedSQLException unknown) {
            SQLException cause = unknown.getSQLException();
            return cause != null && String.valueOf(cause.getSQLState()).startsWith(BAD_VALUE);
        }
        return failure instanceof DataIntegrityViolationException
                || !(failure instanceof DataAccessException || failure instanceof TransactionException);
    }

    @Override
    public List<Unread> unread(Set<String> reasons) {
        return poisoned.unread(reasons);
    }

    @Override
    public void writeAgain(List<Message> messages) {
        transaction.executeWithoutResult(status -> {
            places.lock();
            Instant now = clock.instant();
            poisoned.forget(messages);
            tables.forEach(rows -> rows.write(new Batch(messages, Map.of()), now));
        });
        events.publishEvent(new Written(this));
    }

    @Override
    public Map<TopicPartition, Long> places(Map<TopicPartition, String> topicIds) {
        Map<TopicPartition, Long> found = new HashMap<>();
        transaction.executeWithoutResult(status -> {
            places.lock();
            Map<TopicPartition, Place> known = places.all();
            topicIds.forEach((partition, topicId) -> {
                Place place = known.get(partition);
                if (place == null || !place.topicId().equals(topicId)) {
                    places.begin(partition, topicId, clock.instant());
                    found.put(partition, 0L);
                } else {
                    found.put(partition, place.nextOffset());
                }
            });
        });
        return found;
    }

    @Override
    public void moveTo(TopicPartition partition, long offset) {
        transaction.executeWithoutResult(status -> {
            places.lock();
            places.moveTo(Map.of(partition, offset), clock.instant());
        });
    }
}
