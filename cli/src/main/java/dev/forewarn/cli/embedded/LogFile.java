package dev.forewarn.cli.embedded;

import java.nio.file.Path;

/**
 * Where Kafka, Flink and RocksDB are heard: a file of the data folder, which is made with the first warning. Nothing of
 * theirs goes to the console.
 */
public final class LogFile {

    /** Read by {@code log4j2.properties}. */
    private static final String FOLDER = "forewarn.log.dir";

    private static final String NAME = "forewarn.log";

    private LogFile() {}

    /**
     * Puts the log file under {@code folder}, and says where it will be. Logging is set up when a class that logs is
     * first used, and stays as it is from then on; so this must come before, right after the arguments are read.
     */
    public static Path under(Path folder) {
        Path home = folder.toAbsolutePath();
        System.setProperty(FOLDER, home.toString());
        return home.resolve(NAME);
    }
}
