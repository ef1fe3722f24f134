package dev.forewarn.cli.replay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Sorts any number of events in bounded memory: full buffers are sorted and written to disk as runs, which are merged
 * while they are read. Events that fit into one buffer never touch the disk.
 */
final class EventSort implements Closeable {

    /** How many runs are read at once; each takes a buffer and a file handle. */
    private static final int RUNS_AT_ONCE = 64;

    private final TemporaryFolder folder;
    private final long bufferBytesLimit;
    private final List<PreparedEvent> buffer = new ArrayList<>();
    private List<Path> runs = new ArrayList<>();
    private long bufferBytes;

    /**
     * Takes the place for runs, which it clears when it is closed.
     *
     * @param bufferBytesLimit heap that waiting events may take, in bytes, at least 1
     */
    EventSort(TemporaryFolder folder, long bufferBytesLimit) {
        if (bufferBytesLimit < 1) {
            throw new IllegalArgumentException("the buffer takes at least 1 byte; got " + bufferBytesLimit);
        }
        this.folder = folder;
        this.bufferBytesLimit = bufferBytesLimit;
    }

    void add(PreparedEvent event) throws IOException {
        buffer.add(event);
        bufferBytes += event.heapBytes();
        if (bufferBytes >= bufferBytesLimit) {
            Collections.sort(buffer);
            runs.add(Run.write(folder, EventStream.of(buffer)));
            buffer.clear();
            bufferBytes = 0;
        }
    }

    /** How many runs lie on disk. */
    int runs() {
        return runs.size();
    }

    /** All events in order, any number of times; nothing may be added afterwards. */
    EventStream sorted() throws IOException {
        Collections.sort(buffer);
        while (runs.size() > RUNS_AT_ONCE) {
            runs = mergeOnce();
        }
        List<EventStream> parts = openAll(runs);
        parts.add(EventStream.of(buffer));
        return Merge.of(parts);
    }

    private List<Path> mergeOnce() throws IOException {
        List<Path> longer = new ArrayList<>();
        for (int from = 0; from < runs.size(); from += RUNS_AT_ONCE) {
            List<Path> some = runs.subList(from, Math.min(from + RUNS_AT_ONCE, runs.size()));
            try (EventStream merged = Merge.of(openAll(some))) {
                longer.add(Run.write(folder, merged));
            }
            for (Path merged : some) {
                folder.delete(merged);
            }
        }
        return longer;
    }

    private static List<EventStream> openAll(List<Path> runs) throws IOException {
        List<EventStream> streams = new ArrayList<>();
        try {
            for (Path run : runs) {
                streams.add(Run.read(run));
            }
            return streams;
        } catch (IOException e) {
            for (EventStream stream : streams) {
                stream.close();
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        buffer.clear();
        folder.close();
    }
}
