package dev.forewarn.cli.mapping;

/** Rows that a mapping leaves out on purpose, and why. */
record SkipRule(Expression when, String reason) {}
