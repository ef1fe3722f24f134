/** One month: its classes, how they moved, and how early and how right its alerts were. */
@NullMarked
package dev.forewarn.console.month;

import org.jspecify.annotations.NullMarked;
