package dev.forewarn.cli.replay;

import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.Topics;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The job that a replay goes to.
 *
 * @param bootstrapServers brokers, as host:port, separated by commas
 * @param clock what moves the time of the job; null if nobody knows, as with a broker of someone else's
 */
public record Target(
        String bootstrapServers, Topics topics, @Nullable ClockMode clock) {

    /** Finds jobs by name. */
    @FunctionalInterface
    public interface Lookup {

        /**
         * Finds a job.
         *
         * @param kafka brokers that the user names; null: those of the job that runs under that name here
         * @throws Refused if no job runs under that name
         */
        Target find(String name, @Nullable String kafka) throws IOException;
    }
}
