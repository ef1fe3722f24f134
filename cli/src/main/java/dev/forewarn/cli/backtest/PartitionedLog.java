package dev.forewarn.cli.backtest;

import dev.forewarn.cli.replay.LogWriter;
import dev.forewarn.engine.wire.LogReading;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Provenance;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * The log of a job in files, one for each partition, in which entities lie as Kafka would place them. Written once,
 * then read any number of times; gone when it is closed.
 */
final class PartitionedLog implements LogWriter, Closeable {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final String NAME = "prepared";
    private static final byte[] NO_KEY = {};

    private final Path folder;
    private final List<DataOutputStream> partitions = new ArrayList<>();
    private long records;

    /** Makes the files in a folder that is there and empty. */
    PartitionedLog(Path folder, int partitions) throws IOException {
        this.folder = folder;
        for (int partition = 0; partition < partitions; partition++) {
            this.partitions.add(new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(file(folder, partition)), BUFFER_BYTES)));
        }
    }

    Path folder() {
        return folder;
    }

    /** How many records it holds, Ticks included. */
    long records() {
        return records;
    }

    @Override
    public int partitions() {
        return partitions.size();
    }

    @Override
    public void write(String entityId, byte[] message) throws IOException {
        byte[] key = entityId.getBytes(StandardCharsets.UTF_8);
        write(BuiltInPartitioner.partitionForKey(key, partitions.size()), key, message);
    }

    @Override
    public void writeTo(int partition, byte[] message) throws IOException {
        write(partition, NO_KEY, message);
    }

    private void write(int partition, byte[] key, byte[] message) throws IOException {
        DataOutputStream out = partitions.get(partition);
        out.writeInt(key.length);
        out.write(key);
        out.writeInt(message.length);
        out.write(message);
        records++;
    }

    @Override
    public void flush() throws IOException {
        for (DataOutputStream out : partitions) {
            out.flush();
        }
    }

    static Reader read(Path folder, int partition) throws IOException {
        return new Reader(folder, partition);
    }

    private static Path file(Path folder, int partition) {
        return folder.resolve("partition-" + partition);
    }

    @Override
    public void close() throws IOException {
        for (int partition = 0; partition < partitions.size(); partition++) {
            partitions.get(partition).close();
            Files.deleteIfExists(file(folder, partition));
        }
    }

    /** Reads one partition from its start, as the source of the job would. */
    static final class Reader implements Closeable {

        private final int partition;
        private final DataInputStream in;
        private long offset;

        private Reader(Path folder, int partition) throws IOException {
            this.partition = partition;
            this.in = new DataInputStream(
                    new BufferedInputStream(Files.newInputStream(file(folder, partition)), BUFFER_BYTES));
        }

        /** The next record, null at the end. */
        @Nullable
        LogRecord next() throws IOException {
            int length = keyLength();
            if (length < 0) {
                return null;
            }
            byte[] key = in.readNBytes(length);
            byte[] message = in.readNBytes(in.readInt());
            return LogReading.read(new Provenance(NAME, partition, offset++, null, length == 0 ? null : key), message);
        }

        private int keyLength() throws IOException {
            try {
                return in.readInt();
            } catch (EOFException e) {
                return -1;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
