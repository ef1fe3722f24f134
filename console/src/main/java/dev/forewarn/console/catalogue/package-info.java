/** What the catalogue in force says, as far as pages need it. */
@NullMarked
package dev.forewarn.console.catalogue;

import org.jspecify.annotations.NullMarked;
