package dev.forewarn.cli.embedded;

/** How a job ended that did not fail. */
public enum JobEnd {
    /** Its input came to an end. */
    FINISHED,
    /** Someone stopped it, here or on Flink's web page. */
    CANCELLED
}
