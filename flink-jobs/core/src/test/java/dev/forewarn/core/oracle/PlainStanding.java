package dev.forewarn.core.oracle;

import dev.forewarn.core.fusion.FusionMode;
import java.util.Map;

/**
 * Where an entity stands in one domain on one day.
 *
 * @param rankByScore class by score, 0 for the best
 * @param rank class after direct rules
 * @param fusedRank class after fusion with the general scheme
 * @param byMode the same under each mode that fits the classes
 */
record PlainStanding(int score, int rankByScore, int rank, int fusedRank, Map<FusionMode, Integer> byMode) {}
