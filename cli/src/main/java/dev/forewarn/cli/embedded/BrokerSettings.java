package dev.forewarn.cli.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;

/** The settings of a Kafka server that is alone, small, and shares its process. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String HOST = "127.0.0.1";
    static final String CLIENT_LISTENER = "CLIENTS";
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final int MEBIBYTE = 1024 * 1024;

    private BrokerSettings() {}

    /**
     * Settings for a server on {@code log}.
     *
     * @param port where clients connect, in [0, 65535]; 0 lets the operating system choose
     */
    static KafkaConfig of(Path log, int port) {
        Map<String, String> settings = new HashMap<>();
        network(settings, port);
        aloneInItsCluster(settings);
        small(settings);
        settings.put("log.dirs", log.toString());
        // Every topic is made on purpose, with its partitions and clean-up; a misspelt name must not make another.
        settings.put("auto.create.topics.enable", "false");
        return new KafkaConfig(settings, false);
    }

    private static void network(Map<String, String> settings, int port) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put(
                "listeners",
                CLIENT_LISTENER + "://" + HOST + ":" + port + "," + CONTROLLER_LISTENER + "://" + HOST + ":0");
        settings.put(
                "listener.security.protocol.map", CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", CLIENT_LISTENER);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        // Only says that the quorum is fixed: the true address, with the port chosen at start, is given to the server.
        settings.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":1");
    }

    private static void aloneInItsCluster(Map<String, String> settings) {
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Flink's exactly-once sink asks for an hour; Kafka's own limit of 15 minutes would refuse it.
        settings.put("transaction.max.timeout.ms", "3600000");
        // After kill -9 the controller waits until the session of the dead broker ends before it takes the new one.
        settings.put("broker.session.timeout.ms", "2500");
        settings.put("broker.heartbeat.interval.ms", "500");
        // Nobody follows the metadata log, so it need not be written (and synced) twice a second to show that it is
        // alive.
        settings.put("metadata.max.idle.interval.ms", "0");
    }

    private static void small(Map<String, String> settings) {
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.num.partitions", "2");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("log.cleaner.threads", "1");
        // 24 bytes a key: 16 MiB clean 600,000 keys in one pass. Kafka's own 128 MiB would be a tenth of our heap.
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * MEBIBYTE));
        // After kill -9 the newest segment of every partition is read again, so it must not be large.
        settings.put("log.segment.bytes", Integer.toString(128 * MEBIBYTE));
        // No one watches this broker by JMX, and registering thousands of beans costs start-up time.
        settings.put("metric.reporters", "");
    }
}
