package dev.forewarn.engine.job;

import dev.forewarn.engine.config.KafkaConfig;
import dev.forewarn.engine.wire.Addressed;
import dev.forewarn.engine.wire.CatalogueRecord;
import dev.forewarn.engine.wire.DisposalForwarding;
import dev.forewarn.engine.wire.Limits;
import dev.forewarn.engine.wire.LogRecord;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Sources and sinks in Kafka. */
final class KafkaEnds {

    private final KafkaConfig config;

    KafkaEnds(KafkaConfig config) {
        this.config = config;
    }

    /** The log, from its start where there is no checkpoint: state is made of all of it. */
    KafkaSource<LogRecord> log() {
        return this.<LogRecord>source(config.topics().events(), "log")
                .setDeserializer(new LogDeserialization())
                .build();
    }

    /**
     * People's steps on their way into the log, from their start where there is no checkpoint.
     *
     * @param isWall whether the time is that of the wall clock
     */
    KafkaSource<Addressed> disposals(boolean isWall) {
        DisposalForwarding forwarding =
                new DisposalForwarding(config.topics().events(), config.topics().rejects(), isWall);
        return this.<Addressed>source(config.topics().disposals(), "disposals")
                .setDeserializer(new DisposalDeserialization(forwarding))
                .build();
    }

    /** The catalogues, from their start where there is no checkpoint. */
    KafkaSource<CatalogueRecord> catalogue() {
        return this.<CatalogueRecord>source(config.topics().catalogue(), "catalogue")
                .setDeserializer(new CatalogueDeserialization())
                .build();
    }

    /**
     * Outputs, with the delivery that is set.
     *
     * @param name distinguishes the transactional ids of several sinks; never changed
     */
    KafkaSink<Addressed> outputs(String name) {
        KafkaSinkBuilder<Addressed> sink = sink().setDeliveryGuarantee(config.delivery());
        if (config.delivery() == DeliveryGuarantee.EXACTLY_ONCE) {
            sink.setTransactionalIdPrefix(config.transactionPrefix() + "-" + name)
                    .setProperty(
                            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                            Long.toString(config.transactionTimeout().toMillis()));
        }
        return sink.build();
    }

    /**
     * What the job writes into its own inputs, outside any transaction: neither time nor people wait for a checkpoint,
     * and a tick, a step or news of a source that is written again says nothing new.
     */
    KafkaSink<Addressed> toLog() {
        return sink().setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE).build();
    }

    private <T> KafkaSourceBuilder<T> source(String topic, String clientId) {
        Properties properties = config.toReaderProperties();
        // The partitions of the log are fixed: another one would break the order of every entity.
        properties.setProperty("partition.discovery.interval.ms", "-1");
        return KafkaSource.<T>builder()
                .setProperties(properties)
                .setGroupId(config.groupId())
                .setClientIdPrefix(config.groupId() + "-" + clientId)
                .setTopics(topic)
                .setStartingOffsets(OffsetsInitializer.earliest());
    }

    private KafkaSinkBuilder<Addressed> sink() {
        Properties properties = config.toProperties();
        properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
        properties.setProperty(
                ProducerConfig.LINGER_MS_CONFIG, Long.toString(config.linger().toMillis()));
        properties.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, config.compression());
        properties.setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(2 * Limits.OUTPUT_BYTES));
        return KafkaSink.<Addressed>builder()
                .setKafkaProducerConfig(properties)
                .setRecordSerializer(new AddressedSerialization());
    }
}
