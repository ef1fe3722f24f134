package dev.forewarn.core.oracle;

/**
 * Where an entity stands in one domain on one day.
 *
 * @param rank class by score, 0 for the best
 * @param fusedRank class after fusion with the general scheme
 */
record PlainStanding(int score, int rank, int fusedRank) {}
