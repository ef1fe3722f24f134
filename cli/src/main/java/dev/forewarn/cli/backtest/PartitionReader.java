package dev.forewarn.cli.backtest;

import dev.forewarn.engine.wire.LogRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** Reads the partitions that it is handed one after the other, each with a clock of its own. */
final class PartitionReader implements SourceReader<LogRecord, PartitionSplit> {

    private final PartitionSource source;
    private final SourceReaderContext context;
    private final Queue<PartitionSplit> waiting = new ArrayDeque<>();
    private CompletableFuture<@Nullable Void> available = new CompletableFuture<>();
    private boolean isLast;
    private PartitionedLog.@Nullable Reader open;
    private @Nullable SourceOutput<LogRecord> sink;
    private String openId = "";

    PartitionReader(PartitionSource source, SourceReaderContext context) {
        this.source = source;
        this.context = context;
    }

    @Override
    public void start() {
        context.sendSplitRequest();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<LogRecord> output) throws IOException {
        PartitionedLog.Reader reader = open;
        if (reader == null) {
            PartitionSplit next = waiting.poll();
            if (next == null) {
                return isLast ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            reader = PartitionedLog.read(source.folder(), next.partition());
            open = reader;
            openId = next.splitId();
            sink = output.createOutputForSplit(openId);
        }
        LogRecord record = source.nextOf(reader);
        if (record == null) {
            reader.close();
            open = null;
            output.releaseOutputForSplit(openId);
            available = new CompletableFuture<>();
            context.sendSplitRequest();
            return InputStatus.NOTHING_AVAILABLE;
        }
        Objects.requireNonNull(sink).collect(record, record.recordedAtMs());
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<PartitionSplit> snapshotState(long checkpoint) {
        return List.copyOf(waiting);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void addSplits(List<PartitionSplit> splits) {
        waiting.addAll(splits);
        available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        isLast = true;
        available.complete(null);
    }

    @Override
    public void close() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
