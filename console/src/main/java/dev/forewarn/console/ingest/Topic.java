package dev.forewarn.console.ingest;

import java.util.Arrays;

/** The topics that are read. */
enum Topic {
    ALERTS("alerts.v1"),
    SHADOW("alerts.shadow.v1"),
    ASSESSMENTS("assessments.v1"),
    CLASSES("classes.v1"),
    REJECTS("rejects.v1"),
    EVENTS("events.v1"),
    AUDIT("audit.v1"),
    CATALOGUE("catalogue.v1");

    private final String wireName;

    Topic(String wireName) {
        this.wireName = wireName;
    }

    /** The name without the installation's prefix. */
    String wireName() {
        return wireName;
    }

    static Topic of(String wireName) {
        return Arrays.stream(values())
                .filter(topic -> topic.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a topic that nobody asked for: " + wireName));
    }
}
