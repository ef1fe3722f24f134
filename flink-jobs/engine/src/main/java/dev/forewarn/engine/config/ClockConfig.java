package dev.forewarn.engine.config;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How time passes.
 *
 * @param tickInterval how often a Tick is written in mode WALL
 * @param disorder how far behind the newest stamp of its partition a message may be without being late
 * @param until the last instant that is acted upon; null for input without end
 * @param daySpread over how long after local midnight the work of a day is spread
 */
public record ClockConfig(
        ClockMode mode,
        Duration tickInterval,
        Duration disorder,
        @Nullable Instant until,
        Duration daySpread) {}
