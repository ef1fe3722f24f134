/**
 * Turns rows into events as a mapping file says: YAML with expressions over the row. Mappings are checked as a whole
 * before the first row is read, and a row that does not fit is a value, never an exception.
 */
@NullMarked
package dev.forewarn.cli.mapping;

import org.jspecify.annotations.NullMarked;
