/** Turns messages of the output topics into lines for a terminal; reads topics only. */
@NullMarked
package dev.forewarn.cli.show;

import org.jspecify.annotations.NullMarked;
