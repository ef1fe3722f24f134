/** Writes what was read into the database, in one transaction with the places. */
@NullMarked
package dev.forewarn.console.store;

import org.jspecify.annotations.NullMarked;
