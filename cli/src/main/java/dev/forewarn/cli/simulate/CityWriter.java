package dev.forewarn.cli.simulate;

import dev.forewarn.avro.Event;
import dev.forewarn.avro.EventFile;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to a file while others are being made: encoding and packing take about as long as making them, so they
 * have a thread of their own. The order is that in which events are given.
 */
final class CityWriter implements Closeable {

    private static final int BATCH = 1_000;
    private static final int BATCHES = 16;
    private static final List<Event> END = List.of();

    private final BlockingQueue<List<Event>> full = new ArrayBlockingQueue<>(BATCHES);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final EventFile.Writer file;
    private final Thread writing = new Thread(this::write, "forewarn-city-writer");
    private List<Event> batch = new ArrayList<>(BATCH);

    CityWriter(Path path, String origin) throws IOException {
        file = new EventFile.Writer(
                new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW), 1 << 20), origin);
        writing.start();
    }

    void add(Event event) throws IOException, InterruptedException {
        batch.add(event);
        if (batch.size() == BATCH) {
            hand(batch);
            batch = new ArrayList<>(BATCH);
        }
    }

    private void hand(List<Event> events) throws IOException, InterruptedException {
        full.put(events);
        requireSound();
    }

    private void requireSound() throws IOException {
        Throwable problem = failure.get();
        if (problem != null) {
            throw new IOException("the file cannot be written: " + problem, problem);
        }
    }

    /** Waits until all is written. */
    void finish() throws IOException, InterruptedException {
        if (!batch.isEmpty()) {
            hand(batch);
        }
        hand(END);
        writing.join();
        requireSound();
        file.close();
    }

    private void write() {
        try {
            for (List<Event> events = full.take(); !events.isEmpty(); events = full.take()) {
                // After a failure the rest is taken and dropped, so that nobody waits for room.
                if (failure.get() == null) {
                    writeAll(events);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAll(List<Event> events) {
        try {
            for (Event event : events) {
                file.write(event);
            }
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it is: a thread that is gone would take no more, and events would wait for room for ever.
            failure.set(e);
        }
    }

    /** Ends the writing, wherever it is; the file is whole only after {@link #finish}. */
    @Override
    public void close() throws IOException {
        writing.interrupt();
        try {
            writing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }
}
