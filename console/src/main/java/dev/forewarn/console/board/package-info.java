/** The live board: open alerts, filtered, sorted, counted. */
@NullMarked
package dev.forewarn.console.board;

import org.jspecify.annotations.NullMarked;
