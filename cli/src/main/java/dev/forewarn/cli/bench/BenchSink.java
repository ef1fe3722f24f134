package dev.forewarn.cli.bench;

import dev.forewarn.engine.wire.Outbound;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Tells a {@link BenchRun} of every message. */
record BenchSink(int runId) implements Sink<Outbound> {

    private static final long serialVersionUID = 1L;

    @Override
    public SinkWriter<Outbound> createWriter(WriterInitContext context) {
        BenchRun run = BenchRun.of(runId);
        return new SinkWriter<>() {
            @Override
            public void write(Outbound message, Context unused) {
                run.said(message);
            }

            @Override
            public void flush(boolean endOfInput) {
                if (endOfInput) {
                    run.ended();
                }
            }

            @Override
            public void close() {}
        };
    }
}
