package dev.forewarn.core.alert;

/** How urgent an alert is, from the least to the most. */
public enum Level {
    BLUE,
    YELLOW,
    ORANGE,
    RED
}
