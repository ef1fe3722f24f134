/** The command that lets a synthetic city live, into a file or into a log. */
@NullMarked
package dev.forewarn.cli.simulate;

import org.jspecify.annotations.NullMarked;
