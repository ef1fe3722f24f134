/** Events go in, the winning version of each record comes out, packed; knows nothing of scores. */
@NullMarked
package dev.forewarn.core.fact;

import org.jspecify.annotations.NullMarked;
