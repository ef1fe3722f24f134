/** Judges warnings and classes of a simulated city by what the city hid: when businesses began to deteriorate. */
@NullMarked
package dev.forewarn.cli.truth;

import org.jspecify.annotations.NullMarked;
