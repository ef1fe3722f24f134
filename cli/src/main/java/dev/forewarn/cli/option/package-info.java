/** Options that several commands share, and the refusal of what cannot be done. */
@NullMarked
package dev.forewarn.cli.option;

import org.jspecify.annotations.NullMarked;
