/**
 * Replays recorded history: rows become events by a mapping, are sorted by when they became known, and go to the log of
 * a job or to a back-test.
 */
@NullMarked
package dev.forewarn.cli.replay;

import org.jspecify.annotations.NullMarked;
