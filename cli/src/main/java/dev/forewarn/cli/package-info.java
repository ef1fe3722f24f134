/** The {@code forewarn} command: arguments come in, an exit code goes out. */
@NullMarked
package dev.forewarn.cli;

import org.jspecify.annotations.NullMarked;
