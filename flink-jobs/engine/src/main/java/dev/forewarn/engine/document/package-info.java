/**
 * YAML text goes in, positioned nodes and typed values come out, or all faults at once; knows nothing of what a
 * document means.
 */
@NullMarked
package dev.forewarn.engine.document;

import org.jspecify.annotations.NullMarked;
