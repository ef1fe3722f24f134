package dev.forewarn.core.assess;

/** Where a domain will stand on the last day of the present month if no further event comes. */
public record MonthEndClass(String domain, int score, String label) {}
