package dev.forewarn.engine.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;

/**
 * Where the topics are and how they are written.
 *
 * @param bootstrapServers brokers as host:port, separated by commas
 * @param clientProperties properties for all clients
 * @param transactionPrefix what transactional ids begin with
 * @param compression none, gzip, snappy, lz4 or zstd
 * @param domainTopics domains that have an alert topic of their own
 */
public record KafkaConfig(
        String bootstrapServers,
        Topics topics,
        String groupId,
        Map<String, String> clientProperties,
        DeliveryGuarantee delivery,
        String transactionPrefix,
        Duration transactionTimeout,
        Duration linger,
        String compression,
        List<String> domainTopics)
        implements Serializable {

    public KafkaConfig {
        clientProperties = Map.copyOf(clientProperties);
        domainTopics = List.copyOf(domainTopics);
    }

    /** The properties of those that read: what a failed transaction left behind is not there. */
    public Properties toReaderProperties() {
        Properties properties = toProperties();
        properties.setProperty("isolation.level", "read_committed");
        return properties;
    }

    /** The properties that every client gets. */
    public Properties toProperties() {
        Properties properties = new Properties();
        properties.putAll(clientProperties);
        properties.setProperty("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
