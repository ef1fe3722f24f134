package dev.forewarn.core.alert;

/** Whether an alert is a lead to follow or a reminder of a known date; the two are counted apart. */
public enum Family {
    LEAD,
    REMINDER
}
