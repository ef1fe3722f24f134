package dev.forewarn.console.intake;

/**
 * What is wrong with an event that was handed in.
 *
 * @param event its place among those handed in, from 0
 * @param field of it
 * @param fault what was expected and what came
 */
public record Fault(int event, String field, String fault) {}
