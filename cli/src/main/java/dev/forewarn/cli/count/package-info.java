/** Counts what is on the topics of an installation; messages come in, numbers go out. */
@NullMarked
package dev.forewarn.cli.count;

import org.jspecify.annotations.NullMarked;
