package dev.forewarn.console.ingest;

import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.ingest.IngestStatus.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Brings what is on the topics into the store, for as long as the console runs, whatever is away meanwhile. */
@Component
public final class Ingest implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long LOOK_AROUND_EVERY_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long RETRY_MS = 1_000;

    private final ConsoleSettings settings;
    private final Store store;
    private final IngestStatus status;
    private final MessageReader reader;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    public Ingest(ConsoleSettings settings, Store store, IngestStatus status) {
        this.settings = settings;
        this.store = store;
        this.status = status;
        this.reader = new MessageReader(settings.prefix());
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, "ingest");
        started.start();
        thread = started;
    }

    @Override
    public void stop() {
        stopped.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        status.is(State.STOPPED, "");
    }

    @Override
    public boolean isRunning() {
        return thread != null && stopped.getCount() > 0;
    }

    private void run() {
        SecondReading again = new SecondReading(store, reader);
        boolean isReadAgain = false;
        while (stopped.getCount() > 0) {
            try (Tail tail = Tail.open(settings.kafka(), settings.prefix(), settings.batch(), store)) {
                if (!isReadAgain) {
                    again.run();
                    isReadAgain = true;
                }
                follow(tail);
            } catch (DataAccessException | TransactionException e) {
                tell(State.DATABASE_AWAY, e);
            } catch (KafkaException e) {
                tell(State.BROKER_AWAY, e);
            } catch (RuntimeException e) {
                logOnce(e);
                status.is(State.BROKER_AWAY, String.valueOf(e.getMessage()));
            }
            pause();
        }
    }

    private void follow(Tail tail) {
        long nextLook = System.nanoTime();
        while (stopped.getCount() > 0) {
            if (System.nanoTime() - nextLook >= 0) {
                tail.lookAround();
                status.missingAre(tail.missing());
                status.is(State.READING, "");
                nextLook = System.nanoTime() + LOOK_AROUND_EVERY_NS;
            }
            ConsumerRecords<byte[], byte[]> records = tail.poll(POLL);
            if (!records.nextOffsets().isEmpty()) {
                write(read(records, tail));
            } else if (tail.missing().size() == Topic.values().length) {
                pause();
            }
            status.lagsAre(tail.lags());
        }
    }

    private Batch read(ConsumerRecords<byte[], byte[]> records, Tail tail) {
        List<Message> messages = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            reader.read(record).ifPresent(messages::add);
        }
        return new Batch(messages, tail.ends(records));
    }

    /** Holds on to a batch until the database has it. */
    private void write(Batch batch) {
        while (stopped.getCount() > 0) {
            try {
                store.write(batch);
                status.wrote(batch.messages().size());
                status.is(State.READING, "");
                return;
            } catch (DataAccessException | TransactionException e) {
                tell(State.DATABASE_AWAY, e);
                pause();
            }
        }
    }

    /** What should not happen is told when it begins, and not every second while it lasts. */
    private void logOnce(RuntimeException failure) {
        if (!status.report().detail().equals(String.valueOf(failure.getMessage()))) {
            LOG.error("reading begins anew every second after what should not happen", failure);
        }
    }

    private void tell(State state, RuntimeException failure) {
        String detail = String.valueOf(failure.getMessage());
        if (status.report().state() != state) {
            LOG.warn("{}: {}; trying again every second", state, detail);
        }
        status.is(state, detail);
    }

    private void pause() {
        try {
            boolean ignored = stopped.await(RETRY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
