package dev.forewarn.core.score;

/**
 * The result of one scheme on one day.
 *
 * @param score in [0, scale]
 * @param rank rank of the class by score, 0 for the best
 * @param fusedRank rank of the class after fusion with the general scheme
 */
public record Standing(int score, int rank, int fusedRank) {}
