package dev.forewarn.cli.installation;

import dev.forewarn.engine.config.ClockMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * An installation: a name, and a folder that outlives the process. What is fixed for its life, or needed by other
 * commands, is written to {@code installation.properties} there.
 *
 * @param name prefix of the topics, and name of the folder unless another is given
 * @param clock what moves time
 * @param partitions of the log, fixed for the life of the installation
 * @param publishFrom what happened earlier was never published; empty if all was
 * @param bootstrapServers where its broker was last
 */
public record Installation(
        Path folder,
        String name,
        ClockMode clock,
        int partitions,
        Optional<Instant> publishFrom,
        String bootstrapServers) {

    /** The name where none is given. */
    public static final String DEFAULT_NAME = "forewarn";

    private static final String FILE = "installation.properties";

    /** The folder of a name where no other is given, below the working directory. */
    public static Path defaultFolder(String name) {
        return Path.of("forewarn-data", name);
    }

    /** Whether a name can stand in topics and folders. */
    public static boolean isName(String name) {
        return name.matches("[a-z0-9][a-z0-9-]{0,40}");
    }

    /** The same, whose broker is elsewhere. */
    Installation at(String servers) {
        return new Installation(folder, name, clock, partitions, publishFrom, servers);
    }

    /** What all topics of the installation begin with. */
    public String topicPrefix() {
        return name + ".";
    }

    public Path kafkaFolder() {
        return folder.resolve("kafka");
    }

    public Path flinkFolder() {
        return folder.resolve("flink");
    }

    /** Reads the installation of a folder, if there is one. */
    public static Optional<Installation> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream input = Files.newInputStream(file)) {
            properties.load(input);
            return Optional.of(new Installation(
                    folder,
                    properties.getProperty("name", DEFAULT_NAME),
                    ClockMode.valueOf(properties.getProperty("clock", "WALL").toUpperCase(Locale.ROOT)),
                    Integer.parseInt(properties.getProperty("partitions", "1")),
                    Optional.ofNullable(properties.getProperty("publish-from")).map(Instant::parse),
                    properties.getProperty("bootstrap-servers", "")));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new UncheckedIOException(new IOException(
                    file + " cannot be read (" + e.getMessage() + "); restore it or start a new data folder", e));
        }
    }

    /** Writes what other commands need to know. */
    public void write() {
        Properties properties = new Properties();
        properties.setProperty("name", name);
        properties.setProperty("clock", clock.name().toLowerCase(Locale.ROOT));
        properties.setProperty("partitions", Integer.toString(partitions));
        publishFrom.ifPresent(instant -> properties.setProperty("publish-from", instant.toString()));
        properties.setProperty("bootstrap-servers", bootstrapServers);
        try {
            Files.createDirectories(folder);
            try (OutputStream output = Files.newOutputStream(folder.resolve(FILE))) {
                properties.store(
                        output, "Written by forewarn up; name, clock, partitions and publish-from never change.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
