package dev.forewarn.cli.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/** What the broker keeps on disk: the log folder, formatted once, and the port of last time. */
final class BrokerFolder {

    private static final String LOG = "log";
    private static final String PORT = "port";

    /**
     * Kafka reserves index files of 10 MiB for every partition in use, and fails in odd ways if they cannot be written.
     */
    private static final long LEAST_FREE_BYTES = 128L * 1024 * 1024;

    private BrokerFolder() {}

    /**
     * Checks that there is room to work in.
     *
     * @throws EmbeddedException if the disk of {@code directory} is as good as full
     */
    static void requireRoom(Path directory) throws IOException {
        long freeBytes = Files.getFileStore(directory).getUsableSpace();
        if (freeBytes < LEAST_FREE_BYTES) {
            throw new EmbeddedException("The Kafka broker needs at least " + LEAST_FREE_BYTES / 1_048_576
                    + " MiB of free disk; the disk of " + directory + " has " + freeBytes / 1_048_576 + " MiB.");
        }
    }

    /** The log folder within {@code directory}; a new one gets its identity, an old one keeps it. */
    static Path formattedLog(Path directory) throws Exception {
        Path log = directory.resolve(LOG).toAbsolutePath();
        Files.createDirectories(log);
        // Written last by the formatter, so its presence says that formatting was not cut short.
        if (Files.notExists(log.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .addDirectory(log.toString())
                    .setMetadataLogDirectory(log.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        }
        return log;
    }

    /** The port of last time if it is still free, so that a client's settings stay valid; otherwise any port. */
    static int portOfLastTime(Path directory) throws IOException {
        Path file = directory.resolve(PORT);
        if (Files.notExists(file)) {
            return LoopbackPort.ANY;
        }
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        // The file may be empty after a power failure; it is a convenience and no reason to refuse to start.
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : LoopbackPort.ANY;
        return port <= 65_535 && LoopbackPort.isFree(port) ? port : LoopbackPort.ANY;
    }

    static void rememberPort(Path directory, int port) throws IOException {
        Files.writeString(directory.resolve(PORT), Integer.toString(port), StandardCharsets.UTF_8);
    }
}
