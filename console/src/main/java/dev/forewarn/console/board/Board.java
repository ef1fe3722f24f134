package dev.forewarn.console.board;

import dev.forewarn.console.query.Page;

/** What a board shows. */
public record Board(BoardFilter filter, Page<BoardRow> alerts, Counts counts) {}
