package dev.forewarn.engine.operator;

import dev.forewarn.engine.wire.CatalogueRecord;

/**
 * What one subtask has found by trying a candidate on its businesses. Flat, so that Flink sends it without Kryo.
 *
 * @param about the record of the candidate, without its text
 * @param version hash of its content
 * @param previousVersion the catalogue that it was compared with
 * @param subtask which one it is, from 0
 * @param subtasks how many there are
 * @param entities how many businesses were asked
 * @param worse how many of them it would move to a worse headline class
 * @param better how many of them it would move to a better one
 */
public record Tally(
        CatalogueRecord about,
        String version,
        String previousVersion,
        int subtask,
        int subtasks,
        long entities,
        long worse,
        long better) {}
