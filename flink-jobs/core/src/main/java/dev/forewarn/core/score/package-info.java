/** Points go in; a score, a class and contributions that add up come out. */
@NullMarked
package dev.forewarn.core.score;

import org.jspecify.annotations.NullMarked;
