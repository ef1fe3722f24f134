package dev.forewarn.engine.job;

import dev.forewarn.engine.wire.Outbound;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps messages in this process, in the order of arrival. */
final class FakeSink implements Sink<Outbound> {

    private static final long serialVersionUID = 1L;
    private static final Map<Integer, Queue<Outbound>> KEPT = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final int number = NEXT.getAndIncrement();

    FakeSink() {
        KEPT.put(number, new ConcurrentLinkedQueue<>());
    }

    List<Outbound> messages() {
        return List.copyOf(kept());
    }

    private Queue<Outbound> kept() {
        return KEPT.getOrDefault(number, new ConcurrentLinkedQueue<>());
    }

    @Override
    public SinkWriter<Outbound> createWriter(WriterInitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(Outbound message, Context unused) {
                kept().add(message);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
