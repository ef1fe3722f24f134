package dev.forewarn.cli.plan;

/**
 * A limit to the visits of one business in a calendar year.
 *
 * @param name why, as the list shows it
 * @param visits after so many none is drawn, in [0, 366]
 */
record Cap(String name, Selector who, int visits) {}
