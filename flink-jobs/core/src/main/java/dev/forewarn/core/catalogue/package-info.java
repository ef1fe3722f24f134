/** Everything that can be tuned, compiled and immutable; knows nothing of files or texts. */
@NullMarked
package dev.forewarn.core.catalogue;

import org.jspecify.annotations.NullMarked;
