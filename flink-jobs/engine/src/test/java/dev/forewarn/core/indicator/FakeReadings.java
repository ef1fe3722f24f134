package dev.forewarn.core.indicator;

/** Readings with any value, for tests outside of the core. */
public final class FakeReadings {

    private FakeReadings() {}

    /** A reading without decay. */
    public static Reading of(long value, int slope, int nextDay) {
        Reading reading = new Reading(1);
        reading.value = value;
        reading.slope = slope;
        reading.nextDay = nextDay;
        return reading;
    }
}
