package dev.forewarn.cli.backtest;

import dev.forewarn.engine.wire.Outbound;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Tells a {@link GraphRun} of every message. */
record GraphSink(int runId) implements Sink<Outbound> {

    private static final long serialVersionUID = 1L;

    @Override
    public SinkWriter<Outbound> createWriter(WriterInitContext context) {
        GraphRun run = GraphRun.of(runId);
        return new SinkWriter<>() {
            @Override
            public void write(Outbound message, Context unused) {
                run.said(message);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
