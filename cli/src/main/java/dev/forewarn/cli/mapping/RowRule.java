package dev.forewarn.cli.mapping;

/**
 * Rows that a mapping does not map, and why.
 *
 * @param isRefusal whether such a row is a reject, rather than left out on purpose
 */
record RowRule(Expression when, String reason, boolean isRefusal) {}
