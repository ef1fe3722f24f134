package dev.forewarn.engine.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.GlobalConfiguration;

/** A file of settings such as {@code config/engine.yaml}, read as Flink reads its own. */
public final class SettingsFile {

    private SettingsFile() {}

    /**
     * The settings by key; none if there are faults.
     *
     * @param faults where faults are added
     */
    public static Map<String, String> read(Path file, List<String> faults) {
        try {
            // Flink reads folders, in which the file has a fixed name.
            Path folder = Files.createTempDirectory("forewarn-settings");
            Path copy = folder.resolve(GlobalConfiguration.FLINK_CONF_FILENAME);
            try {
                Files.copy(file, copy);
                return GlobalConfiguration.loadConfiguration(folder.toString()).toMap();
            } finally {
                Files.deleteIfExists(copy);
                Files.delete(folder);
            }
        } catch (IOException | RuntimeException e) {
            faults.add("the settings file " + file + " cannot be read: " + e);
            return Map.of();
        }
    }
}
