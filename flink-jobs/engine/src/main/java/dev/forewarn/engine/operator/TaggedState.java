package dev.forewarn.engine.operator;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are kept under a tag of eight bytes. What stands there under another tag is not seen, and is overwritten.
 */
final class TaggedState implements ValueState<byte[]> {

    private final ValueState<byte[]> state;
    private long tag;

    TaggedState(ValueState<byte[]> state) {
        this.state = state;
    }

    /** The tag that counts from now on. */
    void use(long used) {
        tag = used;
    }

    @Override
    public byte @Nullable [] value() throws IOException {
        byte[] tagged = state.value();
        if (tagged == null || ByteBuffer.wrap(tagged).getLong() != tag) {
            return null;
        }
        byte[] bytes = new byte[tagged.length - Long.BYTES];
        System.arraycopy(tagged, Long.BYTES, bytes, 0, bytes.length);
        return bytes;
    }

    @Override
    public void update(byte[] bytes) throws IOException {
        state.update(ByteBuffer.allocate(Long.BYTES + bytes.length)
                .putLong(tag)
                .put(bytes)
                .array());
    }

    /** Clears what stands there under whatever tag; false if there was nothing. */
    boolean dropAny() throws IOException {
        boolean isThere = state.value() != null;
        if (isThere) {
            state.clear();
        }
        return isThere;
    }

    @Override
    public void clear() {
        state.clear();
    }
}
