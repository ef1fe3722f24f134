/** Starts the console, which is a program of its own, as a process beside this one. */
@NullMarked
package dev.forewarn.cli.console;

import org.jspecify.annotations.NullMarked;
