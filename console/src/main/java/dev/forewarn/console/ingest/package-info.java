/** Reads the topics: whole batches, decoded, handed on together with the place they end at. */
@NullMarked
package dev.forewarn.console.ingest;

import org.jspecify.annotations.NullMarked;
