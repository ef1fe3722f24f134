package dev.forewarn.engine.config;

/** What moves time. The names are values of a setting and never change. */
public enum ClockMode {
    /** Ticks of the wall clock, which the job writes into the log. */
    WALL,
    /** Only what others write into the log. */
    EVENTS
}
