package dev.forewarn.cli.backtest;

import dev.forewarn.engine.wire.LogRecord;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PartitionedLog} as a bounded source. It keeps no place in a partition: a back-test that fails begins anew.
 *
 * @param folderName path of the folder where the partitions lie
 * @param beforeMs events that became known at this instant or later are left out, in ms since 1970
 * @param untilMs so are Ticks after this one
 * @param runId of the {@link GraphRun} that hears how far it has come
 */
record PartitionSource(String folderName, int partitions, long beforeMs, long untilMs, int runId)
        implements Source<LogRecord, PartitionSplit, Integer> {

    private static final long serialVersionUID = 1L;

    Path folder() {
        return Path.of(folderName);
    }

    /** The next record that belongs to the run, null at its end. */
    @Nullable
    LogRecord nextOf(PartitionedLog.Reader reader) throws IOException {
        LogRecord record = reader.next();
        while (record != null && !holds(record)) {
            // Records come in the order of time, so nothing that follows belongs to the run either.
            record = record.recordedAtMs() > untilMs ? null : reader.next();
        }
        if (record != null) {
            GraphRun.of(runId).read();
        }
        return record;
    }

    private boolean holds(LogRecord record) {
        return record.kind() == LogRecord.Kind.TICK
                ? record.recordedAtMs() <= untilMs
                : record.recordedAtMs() < beforeMs;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<LogRecord, PartitionSplit> createReader(SourceReaderContext context) {
        return new PartitionReader(this, context);
    }

    @Override
    public SplitEnumerator<PartitionSplit, Integer> createEnumerator(SplitEnumeratorContext<PartitionSplit> context) {
        return new PartitionHandout(context, partitions, 0);
    }

    @Override
    public SplitEnumerator<PartitionSplit, Integer> restoreEnumerator(
            SplitEnumeratorContext<PartitionSplit> context, Integer next) {
        return new PartitionHandout(context, partitions, next);
    }

    @Override
    public SimpleVersionedSerializer<PartitionSplit> getSplitSerializer() {
        return new PartitionSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
        return new PartitionHandout.Serializer();
    }
}
