package dev.forewarn.engine.job;

import dev.forewarn.engine.wire.Addressed;
import dev.forewarn.engine.wire.DisposalForwarding;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** People's steps as they come from their own topic, each already on its way into the log. Never throws. */
final class DisposalDeserialization implements KafkaRecordDeserializationSchema<Addressed> {

    private static final long serialVersionUID = 1L;

    private final DisposalForwarding forwarding;

    DisposalDeserialization(DisposalForwarding forwarding) {
        this.forwarding = forwarding;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Addressed> out) {
        out.collect(forwarding.forward(LogDeserialization.provenance(record), record.value()));
    }

    @Override
    public TypeInformation<Addressed> getProducedType() {
        return TypeInformation.of(Addressed.class);
    }
}
