package dev.forewarn.cli.bench;

import dev.forewarn.core.event.Event;
import dev.forewarn.engine.state.StateSchema;
import dev.forewarn.engine.wire.Decoding;
import dev.forewarn.engine.wire.EventDecoding;
import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.util.Objects;
import java.util.Random;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Decodes each event, reads the value of its entity, writes another, and emits as much as the engine does.
 *
 * <ul>
 *   <li>Key: entity id.
 *   <li>State: one value of {@code valueBytes} per entity.
 *   <li>Timers: none.
 *   <li>Order: as it comes.
 *   <li>Emits: {@code messagesPerEvent} messages of {@code messageBytes}, on average.
 * </ul>
 */
final class OpaqueFunction extends KeyedProcessFunction<String, LogRecord, Outbound> {

    private static final long serialVersionUID = 1L;

    private final int valueBytes;
    private final double messagesPerEvent;
    private final int messageBytes;

    private transient @Nullable ValueState<byte[]> state;
    private transient byte[] value = {};
    private transient byte[] message = {};
    private transient double owed;

    OpaqueFunction(EngineBytes bytes) {
        this.valueBytes = bytes.dossier();
        this.messagesPerEvent = bytes.messagesPerEvent();
        this.messageBytes = bytes.message();
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(StateSchema.dossier());
        Random random = new Random(1);
        // Bytes that cannot be compressed away.
        value = new byte[valueBytes];
        random.nextBytes(value);
        message = new byte[messageBytes];
        random.nextBytes(message);
    }

    @Override
    public void processElement(LogRecord record, Context context, Collector<Outbound> out) throws Exception {
        ValueState<byte[]> stored = Objects.requireNonNull(state, "open is called first");
        Decoding<Event> decoding = EventDecoding.of(record.bytes());
        byte[] before = stored.value();
        byte[] after = value.clone();
        // So that nothing of the work is left out as unused.
        after[0] = (byte) (decoding.hashCode() + (before == null ? 0 : before[0]));
        stored.update(after);
        for (owed += messagesPerEvent; owed >= 1; owed--) {
            out.collect(Outbound.of(Outbound.Channel.ASSESSMENTS, record.entityId(), message.clone()));
        }
    }
}
