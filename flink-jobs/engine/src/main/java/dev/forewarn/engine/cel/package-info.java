/**
 * Texts of the Common Expression Language go in; core conditions, or faults at their places, come out. Only this
 * package knows the CEL library.
 */
@NullMarked
package dev.forewarn.engine.cel;

import org.jspecify.annotations.NullMarked;
