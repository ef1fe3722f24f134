package dev.forewarn.engine.operator;

import dev.forewarn.engine.wire.LogRecord;
import dev.forewarn.engine.wire.Outbound;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Parts what the source has read: events, classes and steps go on, ticks have done their work on the clock, rejects go
 * to the side.
 *
 * <ul>
 *   <li>Key: none.
 *   <li>State: none.
 *   <li>Timers: none.
 *   <li>Order: as read.
 *   <li>Emits: events, classes and steps; to {@link #REJECTS} one message per reject.
 * </ul>
 */
public final class IntakeFunction extends ProcessFunction<LogRecord, LogRecord> {

    /** Records that broke the contract of the envelope. */
    public static final OutputTag<Outbound> REJECTS =
            new OutputTag<>("intake-rejects", TypeInformation.of(Outbound.class));

    private static final long serialVersionUID = 1L;

    private transient @Nullable Meters meters;

    @Override
    public void open(OpenContext context) {
        meters = new Meters(getRuntimeContext().getMetricGroup().addGroup(EngineMetrics.GROUP));
    }

    @Override
    public void processElement(LogRecord record, Context ctx, Collector<LogRecord> out) {
        switch (record.kind()) {
            case EVENT, OFFICIAL, DISPOSAL -> out.collect(record);
            case TICK -> meters().count(EngineMetrics.TICKS);
            case REJECT -> {
                meters().reject(record.reason());
                String place = record.partition() + "-" + record.offset();
                ctx.output(REJECTS, Outbound.of(Outbound.Channel.REJECTS, place, record.bytes()));
            }
        }
    }

    private Meters meters() {
        return Objects.requireNonNull(meters, "open is called first");
    }
}
