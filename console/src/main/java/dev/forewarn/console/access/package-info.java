/** Who looks, and what of it all is theirs to see. */
@NullMarked
package dev.forewarn.console.access;

import org.jspecify.annotations.NullMarked;
