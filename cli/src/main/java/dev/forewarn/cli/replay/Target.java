package dev.forewarn.cli.replay;

import dev.forewarn.cli.option.InstallationOptions;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The job that a replay goes to.
 *
 * @param bootstrapServers brokers, as host:port, separated by commas
 * @param clock what moves the time of the job; null if nobody knows, as with a broker of someone else's
 */
public record Target(
        String bootstrapServers, Topics topics, @Nullable ClockMode clock) {

    private static final Duration OLDEST_ON_WALL_CLOCK = Duration.ofDays(2);

    /** Finds jobs by name. */
    @FunctionalInterface
    public interface Lookup {

        /**
         * Finds a job.
         *
         * @throws Refusal if there is no such installation
         */
        Target find(InstallationOptions installation) throws IOException;
    }

    /**
     * Keeps history away from a job on the wall clock, where it lies outside most windows.
     *
     * @param first when the first event became known
     * @throws Refusal if the job is on the wall clock, or may be, and the event is more than two days old
     */
    public void refuseHistory(Instant first, Instant now) {
        if (clock == ClockMode.EVENTS || !first.isBefore(now.minus(OLDEST_ON_WALL_CLOCK))) {
            return;
        }
        String job = clock == null ? "the clock of the job is not known" : "the job runs on the wall clock";
        throw new Refusal(List.of(
                job + ", and the first event became known at " + first + ": most of its windows have passed.",
                "Start the job with 'forewarn up --clock events' for history, or add --force."));
    }
}
