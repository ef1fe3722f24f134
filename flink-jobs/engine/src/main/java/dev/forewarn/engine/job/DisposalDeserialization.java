package dev.forewarn.engine.job;

import dev.forewarn.engine.operator.EngineMetrics;
import dev.forewarn.engine.operator.Meters;
import dev.forewarn.engine.wire.Addressed;
import dev.forewarn.engine.wire.DisposalForwarding;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** People's steps as they come from their own topic, each already on its way into the log. Never throws. */
final class DisposalDeserialization implements KafkaRecordDeserializationSchema<Addressed> {

    private static final long serialVersionUID = 1L;

    private final DisposalForwarding forwarding;
    private transient @Nullable Meters meters;

    DisposalDeserialization(DisposalForwarding forwarding) {
        this.forwarding = forwarding;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        meters = new Meters(context.getMetricGroup().addGroup(EngineMetrics.GROUP));
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Addressed> out) {
        Meters counting = Objects.requireNonNull(meters, "open is called first");
        out.collect(forwarding.forward(
                LogDeserialization.provenance(record), record.value(), reason -> counting.reject(reason.wireName())));
    }

    @Override
    public TypeInformation<Addressed> getProducedType() {
        return TypeInformation.of(Addressed.class);
    }
}
