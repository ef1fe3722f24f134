package dev.forewarn.cli.embedded;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A Kafka server of one node in this process, on the loopback address, with its log in a folder that outlives it.
 *
 * <p>It is put together from the same three parts as {@link KafkaRaftServer}, because that class ends the process when
 * something fails, and needs to know the controller's port before the operating system has chosen one.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    /**
     * How long a stopping broker waits for its own controller's leave; without it the log is recovered at next start.
     */
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final DirectoryLock lock;
    private final BrokerFaults faults;
    private final ControllerServer controller;
    private final BrokerServer broker;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(DirectoryLock lock, BrokerFaults faults, ControllerServer controller, BrokerServer broker) {
        this.lock = lock;
        this.faults = faults;
        this.controller = controller;
        this.broker = broker;
    }

    /**
     * Opens the broker of {@code directory} on the port that it had last time, or on another if that one is taken. A
     * folder that holds no broker is made into one.
     *
     * @throws EmbeddedException if the folder is in use or not a broker's, or the server does not come up
     */
    public static EmbeddedBroker start(Path directory) {
        return start(directory, LoopbackPort.ANY);
    }

    /**
     * Opens the broker of {@code directory} on {@code port}.
     *
     * @param port in [0, 65535]; 0 means the port of last time if it is free, otherwise any
     * @throws EmbeddedException if the port is taken, the folder is in use or not a broker's, or the server does not
     *     come up
     */
    public static EmbeddedBroker start(Path directory, int port) {
        LoopbackPort.requireValid(port);
        DirectoryLock lock = DirectoryLock.take(directory);
        BrokerFaults faults = BrokerFaults.watch();
        try {
            BrokerFolder.requireRoom(directory);
            int listenOn = port == LoopbackPort.ANY ? BrokerFolder.portOfLastTime(directory) : requireFree(port);
            KafkaConfig config = BrokerSettings.of(BrokerFolder.formattedLog(directory), listenOn);
            EmbeddedBroker broker = assemble(config, lock, faults);
            broker.startUp();
            BrokerFolder.rememberPort(directory, broker.port());
            return broker;
        } catch (Throwable e) {
            faults.forget();
            lock.close();
            throw EmbeddedException.because("The Kafka broker in " + directory + " did not start", e);
        }
    }

    private static int requireFree(int port) {
        if (!LoopbackPort.isFree(port)) {
            throw new EmbeddedException(
                    "Port " + port + " is taken by another program: choose another for the broker.");
        }
        return port;
    }

    private static EmbeddedBroker assemble(KafkaConfig config, DirectoryLock lock, BrokerFaults faults) {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> folders =
                KafkaRaftServer.initializeLogDirs(config, LOG, "embedded broker: ");
        CompletableFuture<Map<Integer, InetSocketAddress>> voters = new CompletableFuture<>();
        SharedServer shared = new SharedServer(
                config,
                folders._1(),
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, folders._1().clusterId().orElseThrow()),
                voters,
                List.of(),
                faults,
                ServerSocketFactory.INSTANCE);
        ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2());
        var unused = controller
                .socketServerFirstBoundPortFuture()
                .thenAccept(port -> voters.complete(
                        Map.of(BrokerSettings.NODE_ID, InetSocketAddress.createUnresolved(BrokerSettings.HOST, port))));
        return new EmbeddedBroker(lock, faults, controller, new BrokerServer(shared));
    }

    private void startUp() {
        controller.startup();
        try {
            broker.startup();
        } catch (Throwable e) {
            controller.shutdown();
            throw e;
        }
    }

    /** Where clients connect: {@code host:port}. */
    public String bootstrapServers() {
        return BrokerSettings.HOST + ":" + port();
    }

    /** The port that clients connect to, in [1, 65535]. */
    public int port() {
        return broker.boundPort(new ListenerName(BrokerSettings.CLIENT_LISTENER));
    }

    /** Completes, with the cause, if the broker fails beyond repair; never completes otherwise. */
    public CompletionStage<Throwable> failure() {
        return faults.fatal();
    }

    /** Stops the broker within seconds, so that its log opens without recovery next time. Later calls do nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            broker.shutdown(GOODBYE);
            controller.shutdown();
        } finally {
            faults.forget();
            lock.close();
        }
    }
}
