package dev.forewarn.cli.backtest;

import java.nio.ByteBuffer;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A partition of a {@link PartitionedLog}, as Flink hands it out. */
record PartitionSplit(int partition) implements SourceSplit {

    @Override
    public String splitId() {
        return Integer.toString(partition);
    }

    /** Writes the number. */
    static final class Serializer implements SimpleVersionedSerializer<PartitionSplit> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(PartitionSplit split) {
            return ByteBuffer.allocate(Integer.BYTES).putInt(split.partition()).array();
        }

        @Override
        public PartitionSplit deserialize(int version, byte[] bytes) {
            return new PartitionSplit(ByteBuffer.wrap(bytes).getInt());
        }
    }
}
