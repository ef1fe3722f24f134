/** Fits the points of a catalogue to past outcomes, and writes it as people would. */
@NullMarked
package dev.forewarn.cli.calibrate;

import org.jspecify.annotations.NullMarked;
