/** Facts and a day go in, readings and points come out, each with the next day on which it changes. */
@NullMarked
package dev.forewarn.core.indicator;

import org.jspecify.annotations.NullMarked;
