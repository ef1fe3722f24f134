/** Recomputes what the job says from what its log holds: the log is the truth. */
@NullMarked
package dev.forewarn.cli.history;

import org.jspecify.annotations.NullMarked;
