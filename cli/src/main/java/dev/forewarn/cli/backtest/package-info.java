/**
 * Back-tests: the job's own graph over prepared files, bounded and without a broker; what a catalogue would have said
 * before each visit; and how good that was.
 */
@NullMarked
package dev.forewarn.cli.backtest;

import org.jspecify.annotations.NullMarked;
