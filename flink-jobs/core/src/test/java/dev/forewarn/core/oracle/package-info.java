/**
 * A second, brute-force implementation of what the core computes: from the raw events each time, with java.time and big
 * decimals, and with nothing of the core but its value types. It is slow and meant to be obviously right.
 */
@NullMarked
package dev.forewarn.core.oracle;

import org.jspecify.annotations.NullMarked;
