package dev.forewarn.console.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the console can be told.
 *
 * @param kafka a broker of the installation, {@code HOST:PORT}, several separated by commas
 * @param prefix what the names of all topics of the installation begin with
 * @param data folder for the database and what else the console keeps
 * @param zone of the bureau, in which times and days are shown
 * @param clock what moves the installation's time, which steps are stamped with
 * @param batch most messages that are written in one transaction, at least 1
 * @param salt mixed into the hash under which a person's id goes into the log; kept for the life of an installation
 * @param retention how long things are kept
 */
@ConfigurationProperties("forewarn.console")
public record ConsoleSettings(
        String kafka,
        String prefix,
        Path data,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("wall") ClockMode clock,
        @DefaultValue("2000") int batch,
        @DefaultValue("") String salt,
        @DefaultValue Retention retention) {

    /** What moves the installation's time. */
    public enum ClockMode {
        /** The wall clock. */
        WALL,
        /** What is replayed: history. */
        EVENTS
    }

    /**
     * How long things are kept after they were last written, by this machine's clock.
     *
     * @param alerts alerts that are closed, with all their transitions and steps
     * @param facts the papers, and what the classes were; must span the longest window of the catalogue
     * @param rejects refused inputs, and messages that could not be read
     * @param changes what pages that were away are told when they come back
     */
    public record Retention(
            @DefaultValue("400d") Duration alerts,
            @DefaultValue("2200d") Duration facts,
            @DefaultValue("90d") Duration rejects,
            @DefaultValue("3d") Duration changes) {}

    /** The whole name of a topic. */
    public String topic(String name) {
        return prefix + name;
    }
}
