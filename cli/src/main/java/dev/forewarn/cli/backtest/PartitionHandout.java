package dev.forewarn.cli.backtest;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** Hands every reader that asks the next partition, until all are handed out. */
final class PartitionHandout implements SplitEnumerator<PartitionSplit, Integer> {

    private final SplitEnumeratorContext<PartitionSplit> context;
    private final int partitions;
    private int next;

    PartitionHandout(SplitEnumeratorContext<PartitionSplit> context, int partitions, int next) {
        this.context = context;
        this.partitions = partitions;
        this.next = next;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int reader, @Nullable String host) {
        if (next < partitions) {
            context.assignSplit(new PartitionSplit(next++), reader);
        } else {
            context.signalNoMoreSplits(reader);
        }
    }

    @Override
    public void addSplitsBack(List<PartitionSplit> splits, int reader) {
        throw new IllegalStateException("a back-test that fails is not taken up again");
    }

    @Override
    public void addReader(int reader) {}

    @Override
    public Integer snapshotState(long checkpoint) {
        return next;
    }

    @Override
    public void close() {}

    /** Writes how many are handed out. */
    static final class Serializer implements SimpleVersionedSerializer<Integer> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Integer next) {
            return ByteBuffer.allocate(Integer.BYTES).putInt(next).array();
        }

        @Override
        public Integer deserialize(int version, byte[] bytes) {
            return ByteBuffer.wrap(bytes).getInt();
        }
    }
}
