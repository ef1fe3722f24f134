/** The commands and their options; what they do is in the packages beside. */
@NullMarked
package dev.forewarn.cli.command;

import org.jspecify.annotations.NullMarked;
